package io.headgate.engine.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.lineage.support.Landscape;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Lineage;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Remark;
import io.headgate.spi.model.Schema.Side;
import io.headgate.spi.model.Trail;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LineageTest {

  private static List<String> ends(List<Trail> trails, boolean down) {
    return trails.stream()
        .map(
            trail -> {
              Flow flow = down ? trail.last() : trail.first();
              FieldRef end = down ? flow.to() : flow.from();
              return (end == null ? "outside" : end.toString())
                  + (trail.carries() ? "" : " stopped")
                  + " "
                  + trail.flows().size();
            })
        .toList();
  }

  private static List<String> down(Bundle bundle, String topic, String path) {
    return ends(bundle.lineage().downstream(FieldRef.value(topic, path)), true);
  }

  private static List<String> up(Bundle bundle, String topic, String path) {
    return ends(bundle.lineage().upstream(FieldRef.value(topic, path)), false);
  }

  @Test
  void followsAFieldThroughApps() {
    Bundle bundle =
        Landscape.of()
            .app("a", "INSERT INTO b SELECT STREAM email AS e, name FROM a")
            .app("b", "INSERT INTO c SELECT STREAM CONCAT(e, name) AS both, MASK(e) AS m FROM b")
            .app("c", "INSERT INTO d SELECT STREAM * FROM c")
            .bundle();

    assertThat(down(bundle, "a", "email"))
        .containsExactly("b.e 1", "c.both 2", "c.m stopped 2", "d.both 3");
    assertThat(up(bundle, "d", "both"))
        .containsExactly("c.both 1", "b.e 2", "b.name 2", "a.email 3", "a.name 3");
    assertThat(up(bundle, "d", "m")).containsExactly("c.m 1", "b.e stopped 2");
    assertThat(down(bundle, "a", "nobody")).isEmpty();
    assertThat(down(bundle, "nowhere", "email")).isEmpty();
  }

  @Test
  void endsInACycle() {
    Bundle bundle =
        Landscape.of()
            .app("there", "INSERT INTO b SELECT STREAM * FROM a")
            .app("back", "INSERT INTO a SELECT STREAM * FROM b")
            .app("self", "INSERT INTO a SELECT STREAM x AS y, y AS x FROM a")
            .bundle();

    assertThat(down(bundle, "a", "x")).containsExactly("b.x 1", "a.y 1", "b.y 2");
    assertThat(up(bundle, "a", "x")).containsExactly("b.x 1", "a.y 1", "b.y 2");
  }

  @Test
  void endsInACycleThatPacksARecordIntoItself() {
    Bundle bundle =
        Landscape.of()
            .app("pack", "INSERT INTO b SELECT STREAM _value AS l, _value AS r FROM a")
            .app("back", "INSERT INTO a SELECT STREAM * FROM b")
            .bundle();

    assertThat(down(bundle, "a", "x")).hasSizeBetween(1000, 20_000);
  }

  @Test
  void followsPartsOfRecordsAndRecordsAroundThem() {
    Bundle bundle =
        Landscape.of()
            .app("a", "INSERT INTO b SELECT STREAM home AS place, home.street AS s FROM a")
            .bundle();

    assertThat(down(bundle, "a", "home.street")).containsExactly("b.place.street 1", "b.s 1");
    assertThat(down(bundle, "a", "home")).containsExactly("b.place 1", "b.s 1");
    assertThat(down(bundle, "a", "home.city")).containsExactly("b.place.city 1");
    assertThat(up(bundle, "b", "place.street")).containsExactly("a.home.street 1");
    assertThat(up(bundle, "b", "place.street.no")).containsExactly("a.home.street.no 1");
  }

  @Test
  void readsNoFieldThatTheSchemaDoesNotHave() {
    Bundle bundle =
        Landscape.of()
            .value("people", "name")
            .app(
                "a",
                "INSERT INTO o SELECT STREAM * FROM people UNION ALL SELECT STREAM * FROM other")
            .bundle();

    assertThat(up(bundle, "o", "email")).containsExactly("other.email 1");
    assertThat(up(bundle, "o", "name")).containsExactly("people.name 1", "other.name 1");
  }

  @Test
  void takesAnUnreadableAppToPassEverythingOn() {
    Landscape landscape =
        Landscape.of()
            .app("odd", "INSERT INTO o SELECT STREAM a § b FROM i")
            .app("plain", "INSERT INTO p SELECT STREAM a FROM i");
    Lineage lineage = landscape.bundle().lineage();

    List<Flow> flows = lineage.from(FieldRef.value("i", "a"));
    assertThat(flows)
        .extracting(Flow::effect)
        .containsExactly(Flow.Effect.OPAQUE, Flow.Effect.COPY);
    assertThat(flows.get(0).to()).isEqualTo(FieldRef.value("o", "a"));
    assertThat(lineage.remarks(Remark.About.UNREADABLE_SQL))
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.through().ref().name()).isEqualTo("odd");
              assertThat(remark.text().place().startColumn()).isEqualTo(31);
            });
  }

  @Test
  void takesAnAppWithoutStatementsToPassEverythingOn() {
    Place place = new Place("app.yaml", 1, 1, 1, 1);
    App app =
        new App(
            Located.known("app", "name", place),
            Located.absent("cluster", place),
            Located.absent("consumerGroup", place),
            Located.absent("runners", place),
            List.of(Located.known("i", "inputs", place), Located.unknown("inputs", place)),
            List.of(Located.known("o", "outputs", place), Located.unknown("outputs", place)),
            null);
    Lineage lineage = Landscape.of().add(app).bundle().lineage();

    assertThat(lineage.from(FieldRef.value("i", "a")))
        .extracting(Flow::effect)
        .containsExactly(Flow.Effect.OPAQUE);
    assertThat(lineage.from(new FieldRef("i", Side.KEY, ""))).hasSize(1);
    assertThat(lineage.into(FieldRef.value("o", "a"))).hasSize(1);
  }

  @Test
  void saysWhichStatementItDoesNotUnderstand() {
    Lineage lineage =
        Landscape.of()
            .app("odd", "SELEKT 1; INSERT INTO o SELECT a FROM i; MERGE INTO x")
            .bundle()
            .lineage();

    assertThat(lineage.remarks(Remark.About.UNREADABLE_SQL))
        .extracting(remark -> remark.text().attribute())
        .containsExactly("sql", "sql.3");
  }

  @Test
  void followsAFieldOutOfKafkaAndIntoTheDeadLetters() {
    Bundle bundle =
        Landscape.of()
            .connector(
                "sink",
                """
                topics=people
                errors.deadletterqueue.topic.name=dead
                transforms=m
                transforms.m.type=org.apache.kafka.connect.transforms.MaskField$Value
                transforms.m.fields=iban
                """)
            .bundle();

    assertThat(down(bundle, "people", "iban")).containsExactly("dead.iban 1", "outside stopped 1");
    assertThat(down(bundle, "people", "name")).containsExactly("dead.name 1", "outside 1");
    assertThat(up(bundle, "dead", "iban")).containsExactly("people.iban 1");
    assertThat(bundle.lineage().downstream(new FieldRef("people", Side.KEY, ""))).hasSize(2);
  }

  @Test
  void knowsWhatASourceBrings() {
    Bundle bundle =
        Landscape.of()
            .value("crm.people", "name")
            .connector(
                "source",
                """
                connector.class=org.apache.kafka.connect.file.FileStreamSourceConnector
                topic=db.people
                transforms=r
                transforms.r.type=org.apache.kafka.connect.transforms.RegexRouter
                transforms.r.regex=db\\.(.*)
                transforms.r.replacement=crm.$1
                """)
            .bundle();

    Trail trail = bundle.lineage().upstream(FieldRef.value("crm.people", "name")).get(0);
    assertThat(trail.first().from()).isNull();
    assertThat(Objects.requireNonNull(trail.first().to()).path()).isEqualTo("name");
    assertThat(trail.first().through().ref().name()).isEqualTo("source");
  }

  @Test
  void readsAWideRecordInAMoment() {
    StringBuilder sql = new StringBuilder("INSERT INTO o SELECT STREAM f0");
    String[] fields = new String[1000];
    fields[0] = "f0";
    for (int i = 1; i < fields.length; i++) {
      fields[i] = "f" + i;
      sql.append(", f").append(i).append(" AS g").append(i);
    }
    Bundle bundle =
        Landscape.of()
            .value("wide", fields)
            .app("wide", sql + " FROM wide")
            .app("all", "INSERT INTO p SELECT STREAM * FROM o")
            .bundle();

    for (int i = 1; i < fields.length; i++) {
      assertThat(down(bundle, "wide", "f" + i)).containsExactly("o.g" + i + " 1", "p.g" + i + " 2");
    }
  }

  @Test
  void aBundleThatNobodyReadHasNone() {
    assertThat(Lineage.NONE.downstream(FieldRef.value("a", "b"))).isEmpty();
    assertThat(Lineage.NONE.remarks(Remark.About.MISSED_FIELD)).isEmpty();
  }
}
