package io.headgate.engine.document;

import static io.headgate.engine.document.Trees.dump;
import static io.headgate.engine.document.Trees.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonPlacesTest {

  @Test
  void keysAndValues() {
    assertThat(
            dump(
                json(
                    """
                    {
                      "name" : "orders",
                    \t"partitions":12 ,
                      "config": { "a\\"b": -1.5E+3, "c": true,"d":null },
                      "list": [ [], {}, "\\u00e9\\n" ]
                    }
                    """)))
        .isEqualTo(
            """
            document {} 1:1-6:2
              "name" 2:3-2:9: "orders" 2:12-2:20
              "partitions" 3:2-3:14: 12 3:15-3:17
              "config" 4:3-4:11: {} 4:13-4:52
                "a"b" 4:15-4:21: -1.5E+3 4:23-4:30
                "c" 4:32-4:35: true 4:37-4:41
                "d" 4:42-4:45: null 4:46-4:50
              "list" 5:3-5:9: [] 5:11-5:33
                - [] 5:13-5:15
                - {} 5:17-5:19
                - "é\\n" 5:21-5:31
            """);
  }

  @Test
  void valuesThatAreTheWholeFile() {
    assertThat(dump(json("12 "))).isEqualTo("document 12 1:1-1:3\n");
    assertThat(dump(json(" \n\"a\"\n"))).isEqualTo("document \"a\" 2:1-2:4\n");
    assertThat(dump(json("null"))).isEqualTo("document null 1:1-1:5\n");
  }

  @Test
  void aFileWithoutTextHasNoDocument() {
    assertThat(dump(json(""))).isEmpty();
    assertThat(dump(json(" \r\n\t"))).isEmpty();
  }

  @Test
  void lineBreaksOfAllKindsAndCodePoints() {
    String text = "{\n\"\uD83D\uDE00\": \"\uD83D\uDE00x\", \"b\":\n[1]}";
    String expected =
        """
        document {} 1:1-3:5
          "\uD83D\uDE00" 2:1-2:4: "\uD83D\uDE00x" 2:6-2:10
          "b" 2:12-2:15: [] 3:1-3:4
            - 1 3:2-3:3
        """;
    assertThat(dump(json(text))).isEqualTo(expected);
    assertThat(dump(json(text.replace("\n", "\r\n")))).isEqualTo(expected);
    assertThat(dump(json(text.replace("\n", "\r")))).isEqualTo(expected);
    assertThat(dump(json("\uFEFF" + text))).isEqualTo(expected);
  }

  @Test
  void aKeyGivenTwiceIsAProblemAtTheSecond() {
    assertThat(dump(json("{\"a\":1,\n \"\\u0061\":2}")))
        .isEqualTo(
            """
            document {} 1:1-2:13
              "a" 1:2-1:5: 1 1:6-1:7
            problem 2:2-2:10 The key 'a' is given twice in one mapping; remove one of them.
            """);
  }

  @Test
  void textBehindTheValueIsAProblemAtItsStart() {
    assertThat(dump(json("{}\n {}")))
        .isEqualTo(
            """
            document {} 1:1-1:3
            problem 2:2-2:2 Nothing may follow the end of the JSON value.
            """);
    assertThat(dump(json("[1] x")))
        .isEqualTo(
            """
            document [] 1:1-1:4
              - 1 1:2-1:3
            problem 1:5-1:5 Nothing may follow the end of the JSON value.
            """);
  }
}
