package io.headgate.engine.lineage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.SourceText;
import io.headgate.engine.lineage.flow.Fields;
import io.headgate.engine.lineage.flow.Mapping;
import io.headgate.engine.lineage.support.Landscape;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Side;
import io.headgate.spi.model.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatementsTest {

  private static final Landscape LANDSCAPE =
      Landscape.of()
          .value("customers", "id", "email", "name", "address.street", "address.city", "card-no")
          .key("customers", "id")
          .value("orders", "id", "customer_id", "total", "items.sku");

  static Stream<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (String section : resource().split("\n== ", -1)) {
      if (!section.startsWith("#")) {
        String name = section.substring(0, section.indexOf('\n'));
        String[] parts = section.substring(name.length() + 1).split("\n?---\n", -1);
        cases.add(Arguments.of(name, parts[0], parts[1].strip()));
      }
    }
    return cases.stream();
  }

  private static String resource() {
    try (InputStream in =
        StatementsTest.class.getResourceAsStream("/io/headgate/engine/lineage/statements.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void saysWhatIsWritten(String name, String sql, String expected) {
    TreeSet<String> wanted = new TreeSet<>();
    for (String line : expected.split("\n", -1)) {
      if (!line.isBlank() && !line.endsWith(" nothing")) {
        wanted.add(line);
      }
    }
    assertThat(String.join("\n", read(sql))).isEqualTo(String.join("\n", wanted));
  }

  private static Set<String> read(String sql) {
    SqlReader.Statements statements = SqlReader.read(script(sql), new Fields(LANDSCAPE.bundle()));
    TreeSet<String> lines = new TreeSet<>();
    for (SqlReader.Written written : statements.written()) {
      for (Mapping mapping : written.shape().mappings()) {
        lines.add(line(written.topic().get(), mapping));
      }
    }
    for (SqlReader.Unread unread : statements.unread()) {
      Place place = unread.place();
      lines.add(
          "! "
              + unread.number()
              + " "
              + place.startLine()
              + ":"
              + place.startColumn()
              + " "
              + unread.reason());
    }
    return lines;
  }

  private static String line(String topic, Mapping mapping) {
    String deep = mapping.deep() ? ".*" : "";
    String target = topic + (mapping.side() == Side.KEY ? "._key" : "");
    return target
        + (mapping.path().isEmpty() ? "" : "." + mapping.path())
        + deep
        + (mapping.except().isEmpty()
            ? ""
            : " except " + String.join(", ", new TreeSet<>(mapping.except())))
        + " <- "
        + mapping.from()
        + deep
        + " "
        + mapping.effect().word()
        + (mapping.by().isEmpty() ? "" : " " + mapping.by());
  }

  static Script script(String sql) {
    SourceText source = new SourceText("a.sql", sql);
    return new Script() {
      @Override
      public String text() {
        return sql;
      }

      @Override
      public Place place(int from, int to) {
        return source.place(from, to);
      }
    };
  }

  @Test
  void placesAnExpressionFromItsFirstToItsLastName() {
    SqlReader.Statements statements =
        SqlReader.read(
            script("INSERT INTO o\nSELECT STREAM id,\n  CONCAT(name, email) AS who FROM customers"),
            new Fields(LANDSCAPE.bundle()));
    assertThat(statements.written().get(0).shape().mappings())
        .filteredOn(mapping -> mapping.path().equals("who"))
        .extracting(Mapping::place)
        .containsOnly(new Place("a.sql", 3, 3, 3, 29));
  }

  @Test
  void endsOnWhateverIsWritten() {
    String[] words = {
      "SELECT",
      "FROM",
      "INSERT INTO",
      "(",
      ")",
      "a.b",
      "`x",
      "'",
      "AS",
      "CASE",
      "WHEN",
      "END",
      ",",
      "*",
      "[",
      "]",
      "->",
      "JOIN",
      "ON",
      "WITH",
      "GROUP BY",
      "LATERAL",
      "TABLE",
      "TUMBLE(",
      "UNION",
      ":",
      "=",
      "-",
      ".",
      "WINDOW BY",
      "CREATE STREAM",
      "STRUCT(a := ",
      "§",
      "${x}",
      "OVER",
      "FOR",
      "1",
      "\n",
      "CAST(x AS",
      "INTERVAL",
      "EXTRACT(YEAR FROM",
      "::",
      "VALUES",
      "AT TIME ZONE",
      "IF"
    };
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      StringBuilder sql = new StringBuilder(i % 2 == 0 ? "INSERT INTO o SELECT " : "");
      for (int j = random.nextInt(15); j >= 0; j--) {
        sql.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "" : " ");
      }
      assertThat(read(sql.toString())).as(sql.toString()).isNotNull();
    }
  }

  @Test
  void readsAThousandColumnsAndDeepNestingInAMoment() {
    StringBuilder sql = new StringBuilder("INSERT INTO o SELECT STREAM f0");
    for (int i = 1; i < 1000; i++) {
      sql.append(", UPPER(f").append(i).append(") AS g").append(i);
    }
    assertThat(read(sql + " FROM wide")).hasSize(1001);
    assertThat(
            read(
                "INSERT INTO o SELECT "
                    + "UPPER(".repeat(100)
                    + "x"
                    + ")".repeat(100)
                    + " AS y FROM t"))
        .contains("o.y <- t.x derive UPPER");
    assertThat(read("INSERT INTO o SELECT " + "(".repeat(50_000)))
        .singleElement()
        .asString()
        .contains("nested more than 150 levels deep");
    assertThat(read("INSERT INTO o SELECT a" + " || a".repeat(1_000) + " AS y FROM t"))
        .contains("o.y <- t.a derive");
  }
}
