package io.headgate.engine.lineage.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.lineage.support.Landscape;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Flow.Effect;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Schema.Side;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths, parts of records, and steps. */
class ShapesTest {

  private static final Place PLACE = Place.startOf("a.sql");
  private static final Place LATER = new Place("a.sql", 2, 1, 2, 5);
  private static final Resource APP =
      Landscape.of().app("app", "SELECT 1").bundle().all(io.headgate.spi.model.App.class).get(0);

  private static Mapping mapping(String from, String path, String... except) {
    return new Mapping(
        FieldRef.value("t", from), Side.VALUE, path, true, Effect.COPY, "", PLACE, Set.of(except));
  }

  private static Mapping shallow(String from, String path) {
    return mapping(from, path).with(Effect.DERIVE, "F", LATER);
  }

  private static String text(Shape shape) {
    StringBuilder text = new StringBuilder();
    for (Mapping m : shape.mappings()) {
      text.append(text.isEmpty() ? "" : ", ").append(m.path()).append("<").append(m.from().path());
      for (String except : new TreeSet<>(m.except())) {
        text.append(" -").append(except);
      }
    }
    return text.toString();
  }

  private static Shape shape(Mapping... mappings) {
    return new Shape(List.of(mappings));
  }

  @ParameterizedTest
  @CsvSource({"'', a, a", "a, '', a", "a, b.c, a.b.c", "'', '', ''"})
  void joins(String path, String below, String whole) {
    assertThat(Paths.join(path, below)).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"'', a.b, a.b", "a, a, ''", "a, a.b.c, b.c", "a, ab, -", "a.b, a, -", "b, a, -"})
  void tellsWhatIsLeft(String above, String path, @Nullable String rest) {
    assertThat(Paths.rest(above, path)).isEqualTo(rest);
  }

  @Test
  void seesPartsFromAPath() {
    Shape shape = shape(mapping("x", "a.b"), mapping("y", "c", "d.e"), shallow("z", "f"));

    assertThat(text(shape.at(Side.VALUE, "a"))).isEqualTo("b<x");
    assertThat(text(shape.at(Side.VALUE, "a.b"))).isEqualTo("<x");
    assertThat(text(shape.at(Side.VALUE, "a.b.c"))).isEqualTo("<x.c");
    assertThat(text(shape.at(Side.VALUE, "c.d"))).isEqualTo("<y.d -e");
    assertThat(text(shape.at(Side.VALUE, "c.d.e"))).isEmpty();
    assertThat(text(shape.at(Side.VALUE, "c.d.e.f"))).isEmpty();
    assertThat(text(shape.at(Side.VALUE, "c.d.ef"))).isEqualTo("<y.d.ef");
    assertThat(text(shape.at(Side.VALUE, "f.g"))).isEqualTo("<z");
    assertThat(text(shape.at(Side.VALUE, "g"))).isEmpty();
    assertThat(text(shape.at(Side.KEY, "a"))).isEmpty();
  }

  @Test
  void leavesPathsOut() {
    Shape shape = shape(mapping("x", "a.b"), mapping("y", "c"), shallow("z", "f"));

    assertThat(text(shape.without(Side.VALUE, Set.of()))).isEqualTo("a.b<x, c<y, f<z");
    assertThat(text(shape.without(Side.KEY, Set.of("a")))).isEqualTo("a.b<x, c<y, f<z");
    assertThat(text(shape.without(Side.VALUE, Set.of("a")))).isEqualTo("c<y, f<z");
    assertThat(text(shape.without(Side.VALUE, Set.of("a.b.d")))).isEqualTo("a.b<x -d, c<y, f<z");
    assertThat(text(shape.without(Side.VALUE, Set.of("f.g", "c.d"))))
        .isEqualTo("a.b<x, c<y -d, f<z");
    assertThat(text(shape.without(Side.VALUE, Set.of("")))).isEmpty();
    Shape less = shape.without(Side.VALUE, Set.of("c.d")).without(Side.VALUE, Set.of("c.e"));
    assertThat(text(less)).isEqualTo("a.b<x, c<y -d -e, f<z");
  }

  @Test
  void movesAndJoinsParts() {
    Shape shape = shape(mapping("x", ""), mapping("y", "c"));

    assertThat(text(shape.below(Side.KEY, "k"))).isEqualTo("k<x, k.c<y");
    assertThat(shape.below(Side.KEY, "k").side(Side.VALUE).isEmpty()).isTrue();
    assertThat(shape.below(Side.KEY, "k").side(Side.KEY).isEmpty()).isFalse();
    assertThat(shape.and(Shape.NOTHING)).isEqualTo(shape);
    assertThat(Shape.NOTHING.and(shape)).isEqualTo(shape);
    assertThat(text(shape.and(shape(mapping("z", "d"))))).isEqualTo("<x, c<y, d<z");
  }

  @Test
  void ofTwoEffectsTheGreaterCounts() {
    Mapping masked = mapping("x", "a").with(Effect.MASK, "MASK", PLACE);
    Mapping still = masked.with(Effect.DERIVE, "CONCAT", LATER);
    Mapping copied = mapping("x", "a").with(Effect.COPY, "", LATER);

    assertThat(masked.effect()).isEqualTo(Effect.MASK);
    assertThat(masked.deep()).isFalse();
    assertThat(still.effect()).isEqualTo(Effect.MASK);
    assertThat(still.by()).isEqualTo("MASK");
    assertThat(still.place()).isEqualTo(LATER);
    assertThat(copied.deep()).isTrue();
    assertThat(copied.place()).isEqualTo(LATER);
    assertThat(masked.opaque("x", PLACE)).isSameAs(masked);
    assertThat(copied.opaque("x", PLACE).effect()).isEqualTo(Effect.OPAQUE);
    assertThat(shape(copied).opaque("x", PLACE).opaque("y", PLACE).mappings().get(0).by())
        .isEqualTo("x");
    assertThat(shape(copied).with(Effect.HASH, "MD5", PLACE).mappings().get(0).by())
        .isEqualTo("MD5");
  }

  private static String step(@Nullable Flow flow) {
    return flow == null ? "none" : flow.from() + " > " + flow.to() + " " + flow.by().attribute();
  }

  private static Edge edge(Mapping mapping, @Nullable String topic) {
    return new Edge(mapping, topic, APP, "sql");
  }

  @Test
  void stepsOverAnEdge() {
    Edge deep = edge(mapping("a.b", "c", "no"), "o");

    assertThat(step(deep.from(FieldRef.value("t", "a")))).isEqualTo("t.a.b > o.c sql.o.c");
    assertThat(step(deep.from(FieldRef.value("t", "a.b")))).isEqualTo("t.a.b > o.c sql.o.c");
    assertThat(step(deep.from(FieldRef.value("t", "a.b.d"))))
        .isEqualTo("t.a.b.d > o.c.d sql.o.c.d");
    assertThat(step(deep.from(FieldRef.value("t", "a.b.no.x")))).isEqualTo("none");
    assertThat(step(deep.from(FieldRef.value("t", "a.bc")))).isEqualTo("none");
    assertThat(step(deep.into(FieldRef.value("o", "")))).isEqualTo("t.a.b > o.c sql.o.c");
    assertThat(step(deep.into(FieldRef.value("o", "c")))).isEqualTo("t.a.b > o.c sql.o.c");
    assertThat(step(deep.into(FieldRef.value("o", "c.d")))).isEqualTo("t.a.b.d > o.c.d sql.o.c.d");
    assertThat(step(deep.into(FieldRef.value("o", "c.no")))).isEqualTo("none");
    assertThat(step(deep.into(FieldRef.value("o", "cd")))).isEqualTo("none");
  }

  @Test
  void stepsOverAnEdgeThatTakesNothingBelow() {
    Edge edge = edge(shallow("a", "c").at(Side.KEY, "c"), "o");
    FieldRef key = new FieldRef("o", Side.KEY, "c.d");

    assertThat(step(edge.from(FieldRef.value("t", "a.b"))))
        .isEqualTo("t.a.b > o._key.c sql.o._key.c");
    assertThat(step(edge.into(key))).isEqualTo("t.a > o._key.c.d sql.o._key.c.d");
    assertThat(step(edge(mapping("a", ""), null).from(FieldRef.value("t", "a"))))
        .isEqualTo("t.a > null sql.sink");
  }

  @Test
  void spellsAsSchemasDo() {
    Fields fields =
        new Fields(
            Landscape.of()
                .value("Orders", "customerId", "CUSTOMERID", "total")
                .key("Orders", "Id")
                .value("orderS", "x")
                .topic("Returns")
                .bundle());

    assertThat(fields.spelt("Orders", Side.VALUE, "CustomerID")).isEqualTo("CUSTOMERID");
    assertThat(fields.spelt("Orders", Side.VALUE, "customerId")).isEqualTo("customerId");
    assertThat(fields.spelt("Orders", Side.VALUE, "NOBODY")).isEqualTo("NOBODY");
    assertThat(fields.spelt("Orders", Side.KEY, "ID")).isEqualTo("Id");
    assertThat(fields.spelt("nowhere", Side.VALUE, "ID")).isEqualTo("ID");
    assertThat(fields.speltTopic("Orders")).isEqualTo("Orders");
    assertThat(fields.speltTopic("ORDERS")).isEqualTo("Orders");
    assertThat(fields.speltTopic("nowhere")).isEqualTo("NOWHERE");
    assertThat(fields.speltTopic("RETURNS")).isEqualTo("Returns");
    assertThat(fields.isTopic("Orders")).isTrue();
    assertThat(fields.isTopic("orders")).isFalse();
    assertThat(fields.has("Orders", Side.VALUE, "total")).isEqualTo(Fields.Answer.YES);
    assertThat(fields.has("Orders", Side.KEY, "total")).isEqualTo(Fields.Answer.NO);
    assertThat(fields.has("nowhere", Side.KEY, "total")).isEqualTo(Fields.Answer.UNKNOWN);
  }

  @Test
  void aSchemaThatCannotBeReadSaysNothing() {
    io.headgate.spi.model.Located<String> problem =
        io.headgate.spi.model.Located.known("broken", "schema", PLACE);
    Schema broken =
        new Schema(
            io.headgate.spi.model.Located.known("t-value", "subject", PLACE),
            io.headgate.spi.model.Located.known(Schema.Format.AVRO, "format", PLACE),
            io.headgate.spi.model.Located.absent("compatibility", PLACE),
            List.of(),
            List.of(problem));
    Fields fields = new Fields(Landscape.of().value("t", "a").add(broken).bundle());

    assertThat(fields.has("t", Side.VALUE, "b")).isEqualTo(Fields.Answer.UNKNOWN);
  }
}
