package io.headgate.engine.document;

import static io.headgate.engine.document.Trees.dump;
import static io.headgate.engine.document.Trees.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlPlacesTest {

  @Test
  void blockCollectionsEndWithTheirLastChild() {
    assertThat(
            dump(
                yaml(
                    """
                    # ahead
                    name: orders # beside
                    # between
                    config:
                      retention.ms: 1
                      # inside

                      cleanup.policy: compact

                    # behind
                    tags:
                      - a
                      -   b
                      # last
                    same:
                    - c
                    """)))
        .isEqualTo(
            """
            document {} 2:1-16:4
              name 2:1-2:5: orders 2:7-2:13
              config 4:1-4:7: {} 5:3-8:26
                retention.ms 5:3-5:15: 1 5:17-5:18
                cleanup.policy 8:3-8:17: compact 8:19-8:26
              tags 11:1-11:5: [] 12:3-13:8
                - a 12:5-12:6
                - b 13:7-13:8
              same 15:1-15:5: [] 16:1-16:4
                - c 16:3-16:4
            """);
  }

  @Test
  void nestedBlocks() {
    assertThat(
            dump(
                yaml(
                    """
                    - - a
                      - b
                    - k: v
                      l:
                        m: n
                    -
                      - x
                    """)))
        .isEqualTo(
            """
            document [] 1:1-7:6
              - [] 1:3-2:6
                - a 1:5-1:6
                - b 2:5-2:6
              - {} 3:3-5:9
                k 3:3-3:4: v 3:6-3:7
                l 4:3-4:4: {} 5:5-5:9
                  m 5:5-5:6: n 5:8-5:9
              - [] 7:3-7:6
                - x 7:5-7:6
            """);
  }

  @Test
  void flowCollectionsEndBehindTheirBracket() {
    assertThat(
            dump(
                yaml(
                    """
                    a: [ x, 'y' , {b: c, d} ] # end
                    e: {
                      "f": [], # inside
                      g: {},
                    }
                    h: [i: j, {k: l}: m , ? n : o]
                    p: ["q":r]
                    """)))
        .isEqualTo(
            """
            document {} 1:1-7:11
              a 1:1-1:2: [] 1:4-1:26
                - x 1:6-1:7
                - 'y' 1:9-1:12
                - {} 1:15-1:24
                  b 1:16-1:17: c 1:19-1:20
                  d 1:22-1:23:  1:23-1:23
              e 2:1-2:2: {} 2:4-5:2
                "f" 3:3-3:6: [] 3:8-3:10
                g 4:3-4:4: {} 4:6-4:8
              h 6:1-6:2: [] 6:4-6:31
                - {} 6:5-6:9
                  i 6:5-6:6: j 6:8-6:9
                - {} 6:11-6:20
                - {} 6:23-6:30
                  n 6:25-6:26: o 6:29-6:30
              p 7:1-7:2: [] 7:4-7:11
                - {} 7:5-7:10
                  "q" 7:5-7:8: r 7:9-7:10
            problem 6:11-6:17 A key must be a scalar, not a list or a mapping.
            """);
  }

  @Test
  void scalarsOfAllStyles() {
    assertThat(
            dump(
                yaml(
                    """
                    plain: a b
                    many: one
                      two

                      three   # comment
                    single: 'it''s'
                    single lines: 'a
                      b'
                    double: "a\\tb" # comment
                    double lines: "a \\
                        b"
                    literal: |
                      one
                        two

                      three

                    # comment
                    folded: >-   # comment
                      a
                      b
                    last: |2+
                        x

                    """)))
        .isEqualTo(
            """
            document {} 1:1-23:6
              plain 1:1-1:6: a b 1:8-1:11
              many 2:1-2:5: one two\\nthree 2:7-5:8
              single 6:1-6:7: 'it's' 6:9-6:16
              single lines 7:1-7:13: 'a b' 7:15-8:5
              double 9:1-9:7: "a\\tb" 9:9-9:15
              double lines 10:1-10:13: "a b" 10:15-11:7
              literal 12:1-12:8: |one\\n  two\\n\\nthree\\n| 12:10-16:8
              folded 19:1-19:7: >a b> 19:9-21:4
              last 22:1-22:5: |  x\\n\\n| 22:7-23:6
            """);
  }

  @Test
  void blockScalarsEndWithTheirLastLine() {
    assertThat(
            dump(
                yaml(
                    """
                    a: |
                    b: | # nothing
                    c: |+

                    d: >
                      x \s
                     \s
                    e:
                      - |
                        y
                      # comment
                      - z
                    f: |
                      # no comment
                    """)))
        .isEqualTo(
            """
            document {} 1:1-14:15
              a 1:1-1:2: || 1:4-1:5
              b 2:1-2:2: || 2:4-2:5
              c 3:1-3:2: |\\n| 3:4-3:6
              d 5:1-5:2: >x  \\n> 5:4-6:6
              e 8:1-8:2: [] 9:3-12:6
                - |y\\n| 9:5-10:6
                - z 12:5-12:6
              f 13:1-13:2: |# no comment\\n| 13:4-14:15
            """);
  }

  @Test
  void blockScalarAtTheEndOfAFileWithoutLineBreak() {
    assertThat(dump(yaml("a: |\n  x\n  yz")))
        .isEqualTo("document {} 1:1-3:5\n  a 1:1-1:2: |x\\nyz\\n| 1:4-3:5\n");
    assertThat(dump(yaml("a: >-\r\n  x\r\n  ")))
        .isEqualTo("document {} 1:1-2:4\n  a 1:1-1:2: >x> 1:4-2:4\n");
  }

  @Test
  void emptyValuesStandBehindTheirColonOrKey() {
    assertThat(
            dump(
                yaml(
                    """
                    a:
                    b: # comment
                    ? c
                    # comment
                    ? d
                    :
                    e:   ''
                    f: {g: , h}
                    i:
                      -
                      - j
                    k :
                    """)))
        .isEqualTo(
            """
            document {} 1:1-12:4
              a 1:1-1:2:  1:3-1:3
              b 2:1-2:2:  2:3-2:3
              c 3:3-3:4:  3:4-3:4
              d 5:3-5:4:  6:2-6:2
              e 7:1-7:2: '' 7:6-7:8
              f 8:1-8:2: {} 8:4-8:12
                g 8:5-8:6:  8:7-8:7
                h 8:10-8:11:  8:11-8:11
              i 9:1-9:2: [] 10:3-11:6
                -  10:4-10:4
                - j 11:5-11:6
              k 12:1-12:2:  12:4-12:4
            """);
  }

  @Test
  void aColonInACommentIsNone() {
    assertThat(dump(yaml("? a # b:\r"))).isEqualTo("document {} 1:1-1:4\n  a 1:3-1:4:  1:4-1:4\n");
    assertThat(dump(yaml("? a # b\n: # c\n")))
        .isEqualTo("document {} 1:1-2:2\n  a 1:3-1:4:  2:2-2:2\n");
  }

  @Test
  void documentsOfOneFile() {
    assertThat(
            dump(
                yaml(
                    """
                    %YAML 1.2
                    ---
                    a: 1
                    ...
                    # comment
                    --- b
                    --- # nothing

                    ---
                    - c
                    --- |
                     d
                    --- {e: f}
                    ---
                    """)))
        .isEqualTo(
            """
            document {} 3:1-3:5
              a 3:1-3:2: 1 3:4-3:5
            document b 6:5-6:6
            document  7:4-7:4
            document [] 10:1-10:4
              - c 10:3-10:4
            document |d\\n| 11:5-12:3
            document {} 13:5-13:11
              e 13:6-13:7: f 13:9-13:10
            document  14:4-14:4
            """);
  }

  @Test
  void lineBreaksOfAllKinds() {
    String text = "a: x\nb:\n  - y\nc: |\n  z\n\n  z\nd: \"e\n  f\"\ng: h\n";
    String expected = dump(yaml(text));
    assertThat(expected).contains("g 10:1-10:2: h 10:4-10:5");
    assertThat(dump(yaml(text.replace("\n", "\r\n")))).isEqualTo(expected);
    assertThat(dump(yaml(text.replace("\n", "\r")))).isEqualTo(expected);
  }

  @Test
  void columnsCountCodePoints() {
    assertThat(
            dump(
                yaml(
                    "ä: [é, \uD83D\uDE00, '\uD83D\uDE00x', b]\n\uD83D\uDE00: &\uD83D\uDE00 c # d\n")))
        .isEqualTo(
            """
            document {} 1:1-2:8
              ä 1:1-1:2: [] 1:4-1:19
                - é 1:5-1:6
                - \uD83D\uDE00 1:8-1:9
                - '\uD83D\uDE00x' 1:11-1:15
                - b 1:17-1:18
              \uD83D\uDE00 2:1-2:2: c 2:7-2:8
            """);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertThat(dump(yaml("\uFEFFa: b\n")))
        .isEqualTo("document {} 1:1-1:5\n  a 1:1-1:2: b 1:4-1:5\n");
  }

  @Test
  void jsonInAYamlFile() {
    assertThat(dump(yaml("{\n\t\"a\" : [1,2],\n\t\"b\":{\"c\":null}}\n")))
        .isEqualTo(
            """
            document {} 1:1-3:17
              "a" 2:2-2:5: [] 2:8-2:13
                - 1 2:9-2:10
                - 2 2:11-2:12
              "b" 3:2-3:5: {} 3:6-3:16
                "c" 3:7-3:10: null 3:11-3:15
            """);
  }
}
