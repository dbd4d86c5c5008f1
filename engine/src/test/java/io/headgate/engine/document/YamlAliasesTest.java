package io.headgate.engine.document;

import static io.headgate.engine.document.Trees.dump;
import static io.headgate.engine.document.Trees.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys, anchors, aliases and merges. */
class YamlAliasesTest {
  @Test
  void explicitKeys() {
    assertThat(
            dump(
                yaml(
                    """
                    ? a
                    : b
                    ? |
                      c
                    : - d
                      - e
                    ? "f"
                    :
                      g: h
                    """)))
        .isEqualTo(
            """
            document {} 1:1-9:7
              a 1:3-1:4: b 2:3-2:4
              |c\\n| 3:3-4:4: [] 5:3-6:6
                - d 5:5-5:6
                - e 6:5-6:6
              "f" 7:3-7:6: {} 9:3-9:7
                g 9:3-9:4: h 9:6-9:7
            """);
  }

  @Test
  void keysThatAreNoScalarsAreProblems() {
    assertThat(dump(yaml("? [a, b]\n: c\n? - d\n: e\n{f: g}: h\ni: j\n")))
        .isEqualTo(
            """
            document {} 1:1-6:5
              i 6:1-6:2: j 6:4-6:5
            problem 1:3-1:9 A key must be a scalar, not a list or a mapping.
            problem 3:3-3:6 A key must be a scalar, not a list or a mapping.
            problem 5:1-5:7 A key must be a scalar, not a list or a mapping.
            """);
  }

  @Test
  void anchorsAndTagsAreNoPartOfTheNode() {
    assertThat(
            dump(
                yaml(
                    """
                    a: &x one
                    b: !!str &y "two"
                    c: &z # comment
                      # comment
                      d: &e
                    &f g: !<tag:h,i> j
                    k: !t
                      &l
                      - !u m
                    n: &o [p]
                    q: !r |
                      s
                    t: &u
                    - v
                    w: ! x
                    y: !vault {z: 1}
                    """)))
        .isEqualTo(
            """
            document {} 1:1-16:17
              a 1:1-1:2: one 1:7-1:10
              b 2:1-2:2: "two" 2:13-2:18
              c 3:1-3:2: {} 5:3-5:8
                d 5:3-5:4:  5:8-5:8
              g 6:4-6:5: !j! 6:18-6:19
              k 7:1-7:2: [] 9:3-9:9
                - !m! 9:8-9:9
              n 10:1-10:2: [] 10:7-10:10
                - p 10:8-10:9
              q 11:1-11:2: !s\\n! 11:7-12:4
              t 13:1-13:2: [] 14:1-14:4
                - v 14:3-14:4
              w 15:1-15:2: x 15:6-15:7
              y 16:1-16:2: {} 16:11-16:17
                z 16:12-16:13: 1 16:15-16:16
            """);
  }

  @Test
  void theAnchorOfAFirstKeyIsThatOfTheKey() {
    assertThat(dump(yaml("- &a b: c\n- [&d e: f, &g : h]\n- &i\n  &j k: l\n")))
        .isEqualTo(
            """
            document [] 1:1-4:10
              - {} 1:3-1:10
                b 1:6-1:7: c 1:9-1:10
              - [] 2:3-2:20
                - {} 2:4-2:11
                  e 2:7-2:8: f 2:10-2:11
                - {} 2:13-2:19
                   2:15-2:15: h 2:18-2:19
              - {} 4:3-4:10
                k 4:6-4:7: l 4:9-4:10
            """);
  }

  @Test
  void anAliasStandsWhereItIsUsedAndKnowsWhereItIsWritten() {
    assertThat(
            dump(
                yaml(
                    """
                    a: &x {b: c}
                    d: *x
                    e: [ *x ]
                    f: &y
                      g: *x
                    h: *y
                    i: &x j
                    k: *x
                    *x : l
                    """)))
        .isEqualTo(
            """
            document {} 1:1-9:7
              a 1:1-1:2: {} 1:7-1:13
                b 1:8-1:9: c 1:11-1:12
              d 2:1-2:2: {} 2:4-2:6 <- 1:7-1:13
                b 2:4-2:6 <- 1:8-1:9: c 2:4-2:6 <- 1:11-1:12
              e 3:1-3:2: [] 3:4-3:10
                - {} 3:6-3:8 <- 1:7-1:13
                  b 3:6-3:8 <- 1:8-1:9: c 3:6-3:8 <- 1:11-1:12
              f 4:1-4:2: {} 5:3-5:8
                g 5:3-5:4: {} 5:6-5:8 <- 1:7-1:13
                  b 5:6-5:8 <- 1:8-1:9: c 5:6-5:8 <- 1:11-1:12
              h 6:1-6:2: {} 6:4-6:6 <- 5:3-5:8
                g 6:4-6:6 <- 5:3-5:4: {} 6:4-6:6 <- 1:7-1:13
                  b 6:4-6:6 <- 1:8-1:9: c 6:4-6:6 <- 1:11-1:12
              i 7:1-7:2: j 7:7-7:8
              k 8:1-8:2: j 8:4-8:6 <- 7:7-7:8
              j 9:1-9:3 <- 7:7-7:8: l 9:6-9:7
            """);
  }

  @Test
  void mergedEntriesComeLastAndGiveWay() {
    assertThat(
            dump(
                yaml(
                    """
                    - &a {x: 1, y: 2}
                    - &b {x: 3, z: 4}
                    - <<: *a
                      y: 5
                    - <<: [*b, *a]
                    - <<: {w: 6}
                    - "<<": 7
                    """)))
        .isEqualTo(
            """
            document [] 1:1-7:10
              - {} 1:6-1:18
                x 1:7-1:8: 1 1:10-1:11
                y 1:13-1:14: 2 1:16-1:17
              - {} 2:6-2:18
                x 2:7-2:8: 3 2:10-2:11
                z 2:13-2:14: 4 2:16-2:17
              - {} 3:3-4:7
                y 4:3-4:4: 5 4:6-4:7
                x 3:7-3:9 <- 1:7-1:8: 1 3:7-3:9 <- 1:10-1:11
              - {} 5:3-5:15
                x 5:8-5:10 <- 2:7-2:8: 3 5:8-5:10 <- 2:10-2:11
                z 5:8-5:10 <- 2:13-2:14: 4 5:8-5:10 <- 2:16-2:17
                y 5:12-5:14 <- 1:13-1:14: 2 5:12-5:14 <- 1:16-1:17
              - {} 6:3-6:13
                w 6:8-6:9: 6 6:11-6:12
              - {} 7:3-7:10
                "<<" 7:3-7:7: 7 7:9-7:10
            """);
  }

  @Test
  void aKeyGivenTwiceIsAProblemAtTheSecond() {
    assertThat(dump(yaml("a: 1\nb: 2\n'a': 3\nc: {d: 1, d: 2}\n")))
        .isEqualTo(
            """
            document {} 1:1-4:16
              a 1:1-1:2: 1 1:4-1:5
              b 2:1-2:2: 2 2:4-2:5
              c 4:1-4:2: {} 4:4-4:16
                d 4:5-4:6: 1 4:8-4:9
            problem 3:1-3:4 The key 'a' is given twice in one mapping; remove one of them.
            problem 4:11-4:12 The key 'd' is given twice in one mapping; remove one of them.
            """);
  }
}
