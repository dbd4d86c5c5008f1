package io.headgate.engine.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.lineage.support.Landscape;
import io.headgate.spi.model.Lineage;
import io.headgate.spi.model.Located;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What statements say beside the ways of fields: what they join, and what they write in all. */
class StatementFactsTest {

  private static Lineage lineage(String sql) {
    return Landscape.of()
        .value("a", "id", "x.y")
        .value("b", "id")
        .app("app", sql)
        .bundle()
        .lineage();
  }

  private static List<String> joins(String sql) {
    return lineage(sql).joins().stream()
        .map(join -> join.left() + "-" + join.right() + " " + join.right().place().startColumn())
        .toList();
  }

  private static List<String> outputs(String sql) {
    return lineage(sql).outputs().stream()
        .map(output -> output.topic() + " " + output.fields().stream().map(Located::get).toList())
        .toList();
  }

  @Test
  void joinsWithoutAConditionAreByKey() {
    assertThat(joins("INSERT INTO o SELECT STREAM a.id FROM a JOIN b WITHIN 1h"))
        .containsExactly("a-b 46");
    assertThat(joins("INSERT INTO o SELECT STREAM a.id FROM a LEFT JOIN b AS c WHERE a.id > 1"))
        .containsExactly("a-b 51");
  }

  @Test
  void joinsOfWholeKeysAreByKey() {
    assertThat(joins("INSERT INTO o SELECT STREAM a.id FROM a JOIN b ON a._key = b._key WITHIN 1h"))
        .containsExactly("a-b 46");
  }

  @Test
  void joinsOfAnythingElseMoveRecordsFirst() {
    String select = "INSERT INTO o SELECT STREAM a.id FROM a JOIN b ON ";
    assertThat(joins(select + "a.id = b._key")).isEmpty();
    assertThat(joins(select + "a._key.id = b._key.id")).isEmpty();
    assertThat(joins(select + "a._key = b._key AND a.id = 1")).isEmpty();
    assertThat(joins(select + "(a._key = b._key)")).isEmpty();
    assertThat(joins(select + "a.id = b._key WITHIN 1h JOIN c")).isEmpty();
    assertThat(joins("INSERT INTO o SELECT STREAM a.id FROM a, b")).isEmpty();
  }

  @Test
  void chainsAreJoinedWithTheirFirst() {
    assertThat(joins("INSERT INTO o SELECT STREAM a.id FROM a JOIN b JOIN c ON b._key = c._key"))
        .containsExactly("a-b 46", "a-c 53");
  }

  @Test
  void queriesLieWhereTheirTopicsLieUnlessTheyMakeKeys() {
    String join = "INSERT INTO o SELECT STREAM l.id FROM l JOIN b WITHIN 1h";
    assertThat(joins("WITH l AS (SELECT TABLE * FROM a WHERE id > 1);" + join)).hasSize(1);
    assertThat(joins("WITH l AS (SELECT STREAM id AS _key, id FROM a);" + join)).isEmpty();
    assertThat(joins("WITH l AS (SELECT TABLE COUNT(*) AS n FROM a GROUP BY id);" + join))
        .isEmpty();
    assertThat(joins("WITH l AS (SELECT STREAM a.id FROM a JOIN c);" + join))
        .containsExactly("a-c 43", "a-b 91");
  }

  @Test
  void otherLanguagesMoveRecordsOrSayByThemselves() {
    assertThat(
            joins(
                "CREATE TABLE t (id STRING) WITH ('connector' = 'kafka', 'topic' = 'a');"
                    + "INSERT INTO o SELECT t.id FROM t JOIN b"))
        .isEmpty();
    assertThat(joins("CREATE STREAM s AS SELECT a.id FROM a JOIN b ON a.id = b.id EMIT CHANGES"))
        .isEmpty();
  }

  @Test
  void outputsAreGivenWhereEveryFieldHasAName() {
    assertThat(outputs("INSERT INTO o SELECT STREAM id, x.y, COUNT(*) AS n, 'c' AS p.q FROM a"))
        .containsExactly("o [id, n, p, y]");
    assertThat(outputs("INSERT INTO o SELECT STREAM id AS _key, x._value AS v FROM a"))
        .containsExactly("o [v]");
    assertThat(outputs("INSERT INTO o SELECT STREAM id FROM a UNION ALL SELECT STREAM z FROM b"))
        .containsExactly("o [id]");
  }

  @Test
  void aStarIsWhatItsSchemaSays() {
    assertThat(outputs("INSERT INTO o SELECT STREAM *, 1 AS id, 2 AS n FROM a"))
        .containsExactly("o [id, n, x]");
    assertThat(outputs("WITH l AS (SELECT STREAM * FROM a); INSERT INTO o SELECT STREAM * FROM l"))
        .containsExactly("o [id, x]");
  }

  @Test
  void outputsAreLeftOutWhereAFieldIsUnknown() {
    assertThat(outputs("INSERT INTO o SELECT STREAM COUNT(*) FROM a")).isEmpty();
    assertThat(outputs("INSERT INTO o SELECT STREAM * FROM nobody-knows")).isEmpty();
    assertThat(outputs("INSERT INTO o SELECT STREAM * FROM a JOIN b")).isEmpty();
    assertThat(outputs("INSERT INTO o SELECT STREAM _value FROM a")).isEmpty();
    assertThat(outputs("INSERT INTO o SELECT STREAM * FROM a LATERAL x AS e")).isEmpty();
    assertThat(outputs("INSERT INTO o SELECT STREAM id § FROM a")).isEmpty();
    assertThat(
            outputs("WITH l AS (SELECT STREAM id, 1 AS n FROM a); INSERT INTO o SELECT * FROM l"))
        .isEmpty();
  }
}
