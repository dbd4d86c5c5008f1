package io.headgate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

  @ParameterizedTest
  @ValueSource(strings = {"topic-x", "a1-2", "acl-all-operations", "pii-in-key2"})
  void takesKebabCase(String id) {
    assertThat(Rule.error(id, "A sentence.").id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "topic",
        "topic-",
        "-topic",
        "topic--x",
        "Topic-x",
        "topic-X",
        "1a-b",
        "topic_x-y",
        "topic-ä",
        "topic x-y"
      })
  void refusesWhatIsNone(String id) {
    assertThatThrownBy(() -> Rule.error(id, "A sentence."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + id + "'");
  }

  @Test
  void settingsAndTagsAreAddedInOrder() {
    Setting<Long> min = Setting.integer("min", 1, "The least.");
    Setting<Long> max = Setting.integer("max", 2, "The most.");
    Rule rule =
        Rule.note("topic-x", "A sentence.").with(min).with(max).tagged("b", "a").tagged("c", "b");

    assertThat(rule.settings()).isEqualTo(List.of(min, max));
    assertThat(rule.tags()).containsExactly("b", "a", "c");
    assertThat(rule.severity()).isEqualTo(Severity.NOTE);
  }
}
