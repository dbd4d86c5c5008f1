package io.headgate.spi.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Flow.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields, steps and ways of the lineage. */
class LineageTypesTest {

  private static final Place PLACE = Place.startOf("x.yaml");
  private static final FieldRef FIELD = FieldRef.value("orders", "card.number");

  private static FieldRef key(String topic, String path) {
    return new FieldRef(topic, Schema.Side.KEY, path);
  }

  private static Flow flow(Effect effect) {
    Resource through = new Group(Located.known("g", "name", PLACE), List.of());
    return new Flow(FIELD, null, through, effect, Located.known("", "by", PLACE));
  }

  @Test
  void aFieldIsItsTopicSideAndPath() {
    FieldRef same = FieldRef.value("orders", "card.number");

    assertThat(same).isEqualTo(FIELD).hasSameHashCodeAs(FIELD);
    for (FieldRef other :
        List.of(
            FieldRef.value("orders2", "card.number"),
            FieldRef.value("orders", "card"),
            key("orders", "card.number"))) {
      assertThat(other).isNotEqualTo(FIELD).doesNotHaveSameHashCodeAs(FIELD);
    }
    assertThat(FIELD.equals((Object) "orders.card.number")).isFalse();
    assertThat(FieldRef.value("a", "b")).doesNotHaveSameHashCodeAs(FieldRef.value("b", "a"));
    assertThat(FieldRef.value("ab", "c")).doesNotHaveSameHashCodeAs(FieldRef.value("a", "bc"));
  }

  @Test
  void fieldsComeByTopicThenValueThenPath() {
    List<FieldRef> order =
        List.of(
            FieldRef.value("a", "x"),
            FieldRef.value("a", "y"),
            key("a", "x"),
            FieldRef.value("b", "a"));
    List<FieldRef> sorted = new ArrayList<>(order);
    java.util.Collections.reverse(sorted);
    sorted.sort(null);

    assertThat(sorted).isEqualTo(order);
  }

  @Test
  void fieldsAreWrittenForPeople() {
    assertThat(FIELD).hasToString("orders.card.number");
    assertThat(key("orders", "id")).hasToString("orders._key.id");
    assertThat(key("orders", "")).hasToString("orders._key");
    assertThat(FieldRef.value("orders", "")).hasToString("orders");
  }

  @Test
  void aWayCarriesWhatEachStepCarries() {
    Flow copy = flow(Effect.COPY);
    Flow hash = flow(Effect.HASH);
    Flow mask = flow(Effect.MASK);
    Trail masked = new Trail(List.of(copy, mask, hash));

    assertThat(new Trail(List.of(copy, hash)).carries()).isTrue();
    assertThat(masked.carries()).isFalse();
    assertThat(masked.first()).isSameAs(copy);
    assertThat(masked.last()).isSameAs(hash);
    assertThat(masked.has(Effect.MASK)).isTrue();
    assertThat(masked.has(Effect.DERIVE)).isFalse();
  }

  @Test
  void aHashGivesTheValueAwayAndAnAggregateDoesNot() {
    assertThat(Arrays.stream(Effect.values()).filter(Effect::carries))
        .containsExactly(Effect.COPY, Effect.DERIVE, Effect.OPAQUE, Effect.HASH);
    assertThat(Effect.DERIVE.word()).isEqualTo("derive");
  }

  @Test
  void aPathAloneIsOneOfTheValue() {
    List<FieldRef> asked = new ArrayList<>();
    Trail trail = new Trail(List.of(flow(Effect.COPY)));
    Lineage lineage =
        new Lineage() {
          @Override
          public List<Flow> from(FieldRef field) {
            return List.of();
          }

          @Override
          public List<Flow> into(FieldRef field) {
            return List.of();
          }

          @Override
          public List<Trail> downstream(FieldRef field) {
            asked.add(field);
            return List.of(trail);
          }

          @Override
          public List<Trail> upstream(FieldRef field) {
            asked.add(field);
            return List.of(trail);
          }

          @Override
          public List<Join> joins() {
            return List.of();
          }

          @Override
          public List<Output> outputs() {
            return List.of();
          }

          @Override
          public List<Remark> remarks(Remark.About about) {
            return List.of();
          }
        };

    assertThat(lineage.downstream("orders", "card.number")).containsExactly(trail);
    assertThat(lineage.upstream("orders", "card.number")).containsExactly(trail);
    assertThat(asked).containsExactly(FIELD, FIELD);
  }
}
