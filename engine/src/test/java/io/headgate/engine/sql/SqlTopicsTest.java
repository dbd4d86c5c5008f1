package io.headgate.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Positions;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlTopicsTest {

  static Stream<Arguments> statements() {
    return Stream.of(
        statement("INSERT INTO b SELECT STREAM * FROM a", "a", "b"),
        statement("insert into b select stream * from a;", "a", "b"),
        statement("INSERT INTO b SELECT * FROM a WHERE x > 1", "a", "b"),
        statement(
            "INSERT INTO daily-item.stats STORE KEY AS AVRO VALUE AS JSON SELECT STREAM * FROM"
                + " daily-item-purchases",
            "daily-item-purchases",
            "daily-item.stats"),
        statement("INSERT INTO `b c` SELECT STREAM * FROM `a.x`", "a.x", "b c"),
        statement("SELECT STREAM a-b, a.b-c.d FROM x-y AS z", "x-y", ""),
        statement("INSERT INTO o SELECT STREAM * FROM a INNER JOIN b ON a.x=b.y", "a b", "o"),
        statement(
            "INSERT INTO o SELECT STREAM * FROM a AS p LEFT JOIN b AS q ON p._key = q._key WITHIN 1h"
                + " RIGHT JOIN c ON q.x = c.y WHERE p.z = 'from d'",
            "a b c",
            "o"),
        statement("SELECT TABLE * FROM a, b AS bb, c", "a b c", ""),
        statement("SELECT STREAM * FROM a WHERE x IN (1, 2), b", "a", ""),
        statement("SELECT STREAM f(a, b), c FROM t GROUP BY c, d", "t", ""),
        statement("SELECT STREAM * FROM a LATERAL a.items AS i, LATERAL i.parts AS p", "a", ""),
        statement(
            "SELECT STREAM * FROM (SELECT STREAM * FROM a JOIN b ON x = y) AS s, c", "a b c", ""),
        statement("SELECT STREAM * FROM a WHERE x IN (SELECT y FROM b)", "a b", ""),
        statement(
            "WITH l AS (SELECT STREAM * FROM a); INSERT INTO o SELECT STREAM * FROM l", "a", "o"),
        statement(
            "WITH `my-l` AS (SELECT TABLE * FROM a); INSERT INTO o SELECT STREAM * FROM b JOIN my-l ON"
                + " x = y",
            "a b",
            "o"),
        statement(
            "WITH a AS (SELECT STREAM * FROM a); INSERT INTO o SELECT STREAM * FROM a", "a", "o"),
        statement(
            "WITH l AS (SELECT * FROM a), m AS (SELECT * FROM l) INSERT INTO o SELECT * FROM m",
            "a",
            "o"),
        statement(
            "INSERT INTO o SELECT STREAM * FROM a; INSERT INTO p SELECT STREAM * FROM b; INSERT INTO"
                + " o SELECT STREAM * FROM a",
            "a b",
            "o p"),
        statement("SELECT EXTRACT(YEAR FROM ts) AS y, TRIM(BOTH 'x' FROM s) FROM a", "a", ""),
        statement("SELECT a IS DISTINCT FROM b AS d FROM t", "t", ""),
        statement("SELECT STREAM * FROM a WHERE x IS NOT DISTINCT FROM b", "a", ""),
        statement(
            "SELECT STREAM * FROM t -- FROM u\n// FROM v\n/* FROM w\n FROM x */, y", "t y", ""),
        statement("SELECT STREAM * FROM t--u", "t", ""),
        statement(
            "INSERT INTO o SELECT STREAM * FROM a WHERE name = 'It's bobby'; INSERT INTO p SELECT"
                + " STREAM * FROM b",
            "a b",
            "o p"),
        statement(
            "SELECT STREAM * FROM a WHERE n = 'it''s' AND m = '' AND k = \"q'\" , b", "a", ""),
        statement(
            "SELECT STREAM * FROM a WHERE x = 'unclosed\nUNION SELECT STREAM * FROM b", "a b", ""),
        statement("SELECT STREAM * FROM \"a string\"", "", ""),
        statement("SELECT STREAM * FROM 'a string'", "", ""),
        statement("SELECT STREAM * FROM fn(a)", "", ""),
        statement("USE `kafka`; SET a.b=c; SELECT STREAM * FROM t", "t", ""),
        statement("SET topic.`from x`.partitions = 3; SELECT STREAM * FROM t", "t", ""),
        statement("DELETE FROM x WHERE a = 1", "", ""),
        statement("INSERT INTO o(a, b) SELECT STREAM * FROM t", "t", ""),
        statement("SELECT STREAM NULL AS _value, (1+f) AS _key.a FROM t;;", "t", ""),
        statement("SELECT *FROM t", "t", ""),
        statement("SELECT STREAM * FROM zürich-übersicht", "zürich-übersicht", ""),
        statement("FROM", "", ""),
        statement("SELECT FROM", "", ""),
        statement("INSERT INTO", "", ""),
        statement("))((", "", ""),
        statement("", "", ""));
  }

  private static Arguments statement(String sql, String inputs, String outputs) {
    return Arguments.of(sql, inputs, outputs);
  }

  @ParameterizedTest
  @MethodSource("statements")
  void namesTheTopics(String sql, String inputs, String outputs) {
    SqlTopics topics = SqlTopics.read(sql, new SourceText("a.sql", sql));

    assertThat(names(topics.inputs())).isEqualTo(inputs);
    assertThat(names(topics.outputs())).isEqualTo(outputs);
  }

  @Test
  void knowsNoTopicThatATemplateNames() {
    SqlTopics topics =
        read("INSERT INTO ${OUT}-x SELECT STREAM * FROM {{ .Values.in }} JOIN a-${B}.c ON x = y");

    assertThat(topics.outputs()).singleElement().matches(Located::isUnknown);
    assertThat(topics.outputs().get(0).attribute()).isEqualTo("outputs.${OUT}-x");
    assertThat(topics.inputs()).hasSize(2).allMatch(Located::isUnknown);
    assertThat(topics.inputs().get(0).attribute()).isEqualTo("inputs.{{ .Values.in }}");
  }

  @Test
  void placesATopicAtItsFirstMention() {
    SqlTopics topics = read("INSERT INTO o\nSELECT STREAM * FROM `a-b`\nJOIN a-b ON x = y");

    assertThat(topics.inputs().get(0).place()).isEqualTo(new Place("a.sql", 2, 23, 2, 26));
    assertThat(topics.inputs()).hasSize(1);
  }

  @Test
  void placesTopicsInsideBlockAndQuotedScalars() {
    String yaml =
        """
        literal: |-
            -- über
            INSERT INTO out-topic
              SELECT STREAM * FROM in-topic
        folded: >
          INSERT INTO out-topic
          SELECT STREAM *
          FROM in-topic
        single: 'INSERT INTO out-topic SELECT STREAM ''x'' FROM in-topic'
        double: "INSERT INTO out-topic\\nSELECT \\u0041 FROM in-topic"
        plain: INSERT INTO out-topic
          SELECT STREAM * FROM in-topic
        """;
    SourceText source = new SourceText("a.yaml", yaml);
    Mapping root = (Mapping) Documents.read(source).documents().get(0).root();

    for (String key : List.of("literal", "folded", "single", "double", "plain")) {
      Scalar scalar = (Scalar) Objects.requireNonNull(root.get(key));
      SqlTopics topics = SqlTopics.read(scalar.text(), ScalarText.of(scalar, source));
      assertThat(written(source, topics.outputs().get(0).place())).as(key).isEqualTo("out-topic");
      assertThat(written(source, topics.inputs().get(0).place())).as(key).isEqualTo("in-topic");
    }
  }

  private static String written(SourceText source, Place place) {
    return source
        .text()
        .substring(
            source.offset(place.startLine(), place.startColumn()),
            source.offset(place.endLine(), place.endColumn()));
  }

  @Test
  void readsSettings() {
    List<SqlSetting> settings =
        SqlSetting.read(
            "SET `auto.offset.reset`='earliest'; set a.b = true;\n"
                + "SET topic.`market.risk`.cleanup.policy=\"compact,delete\"; SET x=; SET y; SET"
                + " z=p$d!-q INSERT");

    assertThat(settings)
        .extracting(setting -> setting.key() + "=" + setting.value())
        .containsExactly(
            "auto.offset.reset=earliest",
            "a.b=true",
            "topic.market.risk.cleanup.policy=compact,delete",
            "z=p$d!-q");
  }

  @Test
  void neverFailsAndAlwaysPlacesInsideTheText() {
    String[] pieces = {
      "SELECT",
      "FROM",
      "JOIN",
      "INTO",
      "INSERT",
      "WITH",
      "AS",
      "SET",
      "(",
      ")",
      ",",
      ";",
      "'",
      "\"",
      "`",
      "--",
      "//",
      "/*",
      "*/",
      "${",
      "}",
      "{{",
      "}}",
      "\n",
      " ",
      "a-b.c",
      "=",
      "-",
      ".",
      "\uD83D",
      "LATERAL",
      "WHERE",
      "ü",
      "DISTINCT",
      "\r",
      "\u0000"
    };
    Random random = new Random(20261101);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder sql = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        sql.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      String text = sql.toString();
      Positions positions =
          (from, to) -> {
            assertThat(from).as(text).isBetween(0, to);
            assertThat(to).as(text).isLessThanOrEqualTo(text.length());
            return Place.startOf("a");
          };
      SqlTopics topics = SqlTopics.read(text, positions);
      assertThat(topics.inputs()).as(text).noneMatch(topic -> topic.is(""));
      for (SqlSetting setting : SqlSetting.read(text)) {
        assertThat(text.substring(setting.from(), setting.to())).isEqualTo(setting.value());
      }
    }
  }

  @Test
  void takesTimeInProportionToTheText() {
    for (String piece :
        List.of(
            "'a'b ", "`", "'", "\"x'y", "/*", "(", "FROM a, ", "WITH a AS (", "{{", "${", "-")) {
      String sql = "SELECT STREAM * FROM t WHERE x = " + piece.repeat(300_000 / piece.length());
      long start = System.nanoTime();
      SqlTopics.read(sql, (from, to) -> Place.startOf("a"));
      assertThat((System.nanoTime() - start) / 1_000_000).as(piece).isLessThan(5_000);
    }
  }

  private static SqlTopics read(String sql) {
    return SqlTopics.read(sql, new SourceText("a.sql", sql));
  }

  private static String names(List<Located<String>> topics) {
    return String.join(" ", topics.stream().map(Located::toString).toList());
  }
}
