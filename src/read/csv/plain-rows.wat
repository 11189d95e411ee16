;; Takes plain records of a CSV chunk apart, and skips those that are surely of nobody of interest: each ID column holds 18
;; plain bytes that are a valid number and in no filter, and a column of household numbers nothing. It may only know less
;; than the readers in TypeScript do (scanner.ts, load/concern.ts, normalise/id-bytes.ts), never more: whatever is unusual
;; is left to them. `npm run kernel` compiles it.
;;
;; Memory:   0  of the last call: records skipped, fields of the record that follows, where it ends, where the next begins
;;          16  what each column must hold, a byte each: 0 anything, 1 a number in no filter, 2 nothing
;;         512  where the fields of the record begin, four bytes each; 1024: where they end
;;        1536  the chunk, 64 bytes that may be read beyond it, then the filters; all positions are those in the chunk
(module
  (memory (export "memory") 1)
  (global $delimiter (mut i32) (i32.const 0))
  (global $last (mut i32) (i32.const 0))
  (global $filter (mut i32) (i32.const 0))
  (global $mask (mut i32) (i32.const 0))
  (global $filter2 (mut i32) (i32.const 0))
  (global $mask2 (mut i32) (i32.const 0))

  ;; What holds for a file: its delimiter and last column, and two filters: where they stand, and the mask of a bit's place.
  (func (export "prepare")
    (param $delimiter i32) (param $last i32)
    (param $filter i32) (param $mask i32) (param $filter2 i32) (param $mask2 i32)
    (global.set $delimiter (local.get $delimiter))
    (global.set $last (local.get $last))
    (global.set $filter (local.get $filter))
    (global.set $mask (local.get $mask))
    (global.set $filter2 (local.get $filter2))
    (global.set $mask2 (local.get $mask2)))

  ;; Skips from `from` on, where a record begins, to the first that is not surely nobody's, and returns where that begins.
  ;; Its fields are found where it is plain and whole before `limit`; else their number is 0. `keep`: the first is it anyway.
  (func (export "next") (param $from i32) (param $limit i32) (param $keep i32) (result i32)
    (local $start i32) (local $field i32) (local $column i32) (local $count i32)
    (local $block i32) (local $at i32) (local $stop i32) (local $byte i32) (local $role i32)
    (local $delimiter i32) (local $last i32) (local $marks i64)
    (local $v v128) (local $delimiters v128) (local $thirteen v128)
    (local.set $start (local.get $from))
    (local.set $field (local.get $from))
    (local.set $block (local.get $from))
    (local.set $delimiter (global.get $delimiter))
    (local.set $last (global.get $last))
    (local.set $delimiters (i8x16.splat (local.get $delimiter)))
    (local.set $thirteen (i8x16.splat (i32.const 13)))
    (i32.store offset=4 (i32.const 0) (i32.const 0))
    (block $end
      (loop $blocks
        (br_if $end (i32.ge_u (local.get $block) (local.get $limit)))
        ;; A bit for each of 64 bytes that is the delimiter or at most 13 (as marks.ts).
        (local.set $v (v128.load offset=1536 (local.get $block)))
        (local.set $marks (i64.extend_i32_u (i8x16.bitmask (v128.or
          (i8x16.eq (local.get $v) (local.get $delimiters)) (i8x16.le_u (local.get $v) (local.get $thirteen))))))
        (local.set $v (v128.load offset=1552 (local.get $block)))
        (local.set $marks (i64.or (local.get $marks) (i64.shl (i64.extend_i32_u (i8x16.bitmask (v128.or
          (i8x16.eq (local.get $v) (local.get $delimiters)) (i8x16.le_u (local.get $v) (local.get $thirteen)))))
          (i64.const 16))))
        (local.set $v (v128.load offset=1568 (local.get $block)))
        (local.set $marks (i64.or (local.get $marks) (i64.shl (i64.extend_i32_u (i8x16.bitmask (v128.or
          (i8x16.eq (local.get $v) (local.get $delimiters)) (i8x16.le_u (local.get $v) (local.get $thirteen)))))
          (i64.const 32))))
        (local.set $v (v128.load offset=1584 (local.get $block)))
        (local.set $marks (i64.or (local.get $marks) (i64.shl (i64.extend_i32_u (i8x16.bitmask (v128.or
          (i8x16.eq (local.get $v) (local.get $delimiters)) (i8x16.le_u (local.get $v) (local.get $thirteen)))))
          (i64.const 48))))
        (if (i32.gt_u (i32.add (local.get $block) (i32.const 64)) (local.get $limit))
          (then (local.set $marks (i64.and (local.get $marks)
            (i64.sub (i64.shl (i64.const 1) (i64.extend_i32_u (i32.sub (local.get $limit) (local.get $block))))
              (i64.const 1))))))
        (block $further
          (loop $each
            (br_if $further (i64.eqz (local.get $marks)))
            (local.set $at (i32.add (local.get $block) (i32.wrap_i64 (i64.ctz (local.get $marks)))))
            (local.set $marks (i64.and (local.get $marks) (i64.sub (local.get $marks) (i64.const 1))))
            (local.set $stop (local.get $at))
            (local.set $byte (i32.load8_u offset=1536 (local.get $at)))
            (if (i32.eq (local.get $byte) (local.get $delimiter))
              (then (br_if $end (i32.eq (local.get $column) (local.get $last))))
              (else (if (i32.eq (local.get $byte) (i32.const 10))
                (then
                  ;; The CR of a CRLF is no part of the last field; a line without a byte is none of ours.
                  (br_if $end (i32.eq (local.get $at) (local.get $start)))
                  (local.set $stop (i32.sub (local.get $at)
                    (i32.eq (i32.load8_u offset=1535 (local.get $at)) (i32.const 13))))
                  (br_if $end (i32.eq (local.get $stop) (local.get $start)))
                  (br_if $end (i32.ne (local.get $column) (local.get $last))))
                (else
                  (br_if $end (i32.eqz (local.get $byte)))
                  (br_if $each (i32.ne (local.get $byte) (i32.const 13)))
                  (br_if $each (i32.eq (i32.load8_u offset=1537 (local.get $at)) (i32.const 10)))
                  (br $end)))))
            (local.set $role (i32.load8_u offset=16 (local.get $column)))
            (if (i32.and (i32.ne (local.get $role) (i32.const 0)) (i32.eqz (local.get $keep)))
              (then (if (i32.eq (local.get $role) (i32.const 1))
                (then (local.set $keep
                  (if (result i32) (i32.eq (i32.sub (local.get $stop) (local.get $field)) (i32.const 18))
                    (then (i32.eqz (call $nobody (local.get $field))))
                    (else (i32.const 1)))))
                (else (local.set $keep (i32.ne (local.get $stop) (local.get $field)))))))
            (i32.store offset=512 (i32.shl (local.get $column) (i32.const 2)) (local.get $field))
            (i32.store offset=1024 (i32.shl (local.get $column) (i32.const 2)) (local.get $stop))
            (local.set $field (i32.add (local.get $at) (i32.const 1)))
            (local.set $column (i32.add (local.get $column) (i32.const 1)))
            (br_if $each (i32.ne (local.get $byte) (i32.const 10)))
            (if (local.get $keep)
              (then
                (i32.store offset=4 (i32.const 0) (local.get $column))
                (i32.store offset=8 (i32.const 0) (local.get $stop))
                (i32.store offset=12 (i32.const 0) (local.get $field))
                (br $end)))
            (local.set $start (local.get $field))
            (local.set $column (i32.const 0))
            (local.set $count (i32.add (local.get $count) (i32.const 1)))
            (br $each)))
        (local.set $block (i32.add (local.get $block) (i32.const 64)))
        (br $blocks)))
    (i32.store (i32.const 0) (local.get $count))
    (local.get $start))

  ;; Whether the 18 bytes are a valid number (17 digits and a digit or X, the right checksum, a date) that is in no filter.
  (func $nobody (param $at i32) (result i32)
    (local $digits v128) (local $sums v128) (local $digit i32) (local $check i32)
    (local $second i32) (local $third i32) (local $fourth i32) (local $month i32)
    (local $high i32) (local $low i32) (local $hash i32) (local $bits i32)
    (local.set $digits (i8x16.sub (v128.load offset=1536 (local.get $at)) (i8x16.splat (i32.const 48))))
    (if (i32.eqz (i8x16.all_true (i8x16.le_u (local.get $digits) (i8x16.splat (i32.const 9)))))
      (then (return (i32.const 0))))
    (local.set $digit (i32.sub (i32.load8_u offset=1552 (local.get $at)) (i32.const 48)))
    (if (i32.gt_u (local.get $digit) (i32.const 9)) (then (return (i32.const 0))))
    (local.set $check (i32.sub (i32.load8_u offset=1553 (local.get $at)) (i32.const 48)))
    (if (i32.gt_u (local.get $check) (i32.const 9))
      (then
        ;; X is 40 above 0, x 72.
        (if (i32.and (i32.ne (local.get $check) (i32.const 40)) (i32.ne (local.get $check) (i32.const 72)))
          (then (return (i32.const 0))))
        (local.set $check (i32.const 10))))

    ;; The weights of GB 11643: 2^(17 - i) modulo 11.
    (local.set $sums (v128.const i8x16 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4))
    (local.set $sums (i32x4.dot_i16x8_s
      (i16x8.add
        (i16x8.extmul_low_i8x16_u (local.get $digits) (local.get $sums))
        (i16x8.extmul_high_i8x16_u (local.get $digits) (local.get $sums)))
      (i16x8.splat (i32.const 1))))
    (if (i32.ne (i32.const 1) (i32.rem_u
        (i32.add
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
            (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums))))
          (i32.add (i32.shl (local.get $digit) (i32.const 1)) (local.get $check)))
        (i32.const 11)))
      (then (return (i32.const 0))))

    ;; Digits to pairs (0 to 99), pairs to fours: area, area and year, year and month, day and order.
    (local.set $sums (i32x4.dot_i16x8_s
      (i16x8.add
        (i16x8.mul (v128.and (local.get $digits) (i16x8.splat (i32.const 255))) (i16x8.splat (i32.const 10)))
        (i16x8.shr_u (local.get $digits) (i32.const 8)))
      (v128.const i16x8 100 1 100 1 100 1 100 1)))
    (local.set $second (i32x4.extract_lane 1 (local.get $sums)))
    (local.set $third (i32x4.extract_lane 2 (local.get $sums)))
    (local.set $fourth (i32x4.extract_lane 3 (local.get $sums)))

    ;; A date but 29 February: how many years have one is not asked here. There is no year 0.
    (local.set $month (i32.rem_u (local.get $third) (i32.const 100)))
    (if (i32.gt_u (i32.sub (local.get $month) (i32.const 1)) (i32.const 11)) (then (return (i32.const 0))))
    (if (i32.ge_u
        (i32.sub (i32.div_u (local.get $fourth) (i32.const 100)) (i32.const 1))
        (select
          (i32.const 28)
          ;; A bit for each month of 31 days.
          (i32.add (i32.const 30) (i32.and (i32.const 1) (i32.shr_u (i32.const 0x15aa) (local.get $month))))
          (i32.eq (local.get $month) (i32.const 2))))
      (then (return (i32.const 0))))
    (if (i32.eqz (i32.or
        (i32.rem_u (local.get $second) (i32.const 100)) (i32.div_u (local.get $third) (i32.const 100))))
      (then (return (i32.const 0))))

    ;; Packed as in normalise/id-bytes.ts, and hashed as in match/id-set.ts.
    (local.set $high (i32.add
      (i32.mul (i32.const 10) (i32.add
        (i32.mul (i32x4.extract_lane 0 (local.get $sums)) (i32.const 10000)) (local.get $second)))
      (i32.div_u (local.get $third) (i32.const 1000))))
    (local.set $low (i32.add
      (i32.mul (i32.const 11) (i32.add
        (i32.add
          (i32.mul (i32.rem_u (local.get $third) (i32.const 1000)) (i32.const 100000))
          (i32.mul (local.get $fourth) (i32.const 10)))
        (local.get $digit)))
      (local.get $check)))
    (local.set $hash (i32.xor
      (i32.mul (local.get $high) (i32.const 0x9e3779b1)) (i32.mul (local.get $low) (i32.const 0x85ebca6b))))
    (local.set $hash (i32.mul (i32.const 0x7feb352d)
      (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16)))))
    (local.set $hash (i32.mul (i32.const 0x846ca68b)
      (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15)))))
    (local.set $hash (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))))
    ;; Two bits of a word.
    (local.set $bits (i32.or
      (i32.shl (i32.const 1) (local.get $hash)) (i32.shl (i32.const 1) (i32.shr_u (local.get $hash) (i32.const 27)))))
    (i32.and
      (i32.ne (local.get $bits) (i32.and (local.get $bits) (i32.load (i32.add (global.get $filter)
        (i32.shl (i32.shr_u (i32.and (local.get $hash) (global.get $mask)) (i32.const 5)) (i32.const 2))))))
      (i32.ne (local.get $bits) (i32.and (local.get $bits) (i32.load (i32.add (global.get $filter2)
        (i32.shl (i32.shr_u (i32.and (local.get $hash) (global.get $mask2)) (i32.const 5)) (i32.const 2)))))))))
