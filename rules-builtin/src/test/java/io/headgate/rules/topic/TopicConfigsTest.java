package io.headgate.rules.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.KafkaVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table beside Kafka's own definition. */
class TopicConfigsTest {

  private static final KafkaVersion ORACLE = new KafkaVersion(4, 4);

  /** Each bound of each key with its neighbours, each word, and what is close to neither. */
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "\t7\n",
          "7",
          "+7",
          "07",
          "7 7",
          "\u00a07",
          "\u0667",
          "7_000",
          "7e3",
          "0x10",
          "null",
          "-9223372036854775809",
          "-9223372036854775808",
          "-2147483649",
          "-2147483648",
          "-131073",
          "-131072",
          "-3",
          "-2",
          "-1",
          "-0",
          "0",
          "1",
          "2",
          "3",
          "4",
          "9",
          "10",
          "13",
          "14",
          "17",
          "18",
          "22",
          "23",
          "1048575",
          "1048576",
          "2147483638",
          "2147483639",
          "2147483640",
          "2147483647",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "-0.1",
          "-0.0",
          "0.0",
          "0.5",
          "0.5d",
          " 0.5f ",
          "1.0",
          "1.0000001",
          "1e-3",
          "0x1p-1",
          "NaN",
          "Infinity",
          "true",
          "TRUE",
          " False\n",
          "yes",
          "on",
          "delete",
          "Delete",
          "compact",
          "compact,delete",
          " delete ,\tcompact ",
          "delete,delete",
          "delete,",
          ",",
          "delete compact",
          "compact,delete,x",
          "producer",
          "gzip",
          " zstd",
          "none",
          "brotli",
          "ZSTD",
          "CreateTime",
          "createtime",
          "LogAppendTime ",
          "*",
          " * ",
          "*,",
          ",*",
          "*,*",
          "0:1",
          "0:1,2:3",
          "0:1 , 2:3",
          "0:1,",
          "0:1,*",
          "0:1:2",
          "0:-1",
          ":1",
          "0:",
          ":",
          "a:1",
          "\u0660:1",
          "*:1");

  static Set<String> keys() {
    return TopicConfigs.keys();
  }

  @Test
  void knowsTheKeysThatKafkaDocuments() {
    assertThat(TopicConfigs.keys())
        .containsExactlyElementsOf(new TreeSet<>(LogConfig.nonInternalConfigNames()));
  }

  @Test
  void leavesOutOnlyWhatIsForKafkasOwnTests() {
    Set<String> left = new TreeSet<>(LogConfig.configNames());
    left.removeAll(TopicConfigs.keys());
    assertThat(left).containsExactly("internal.segment.bytes");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void takesWhatKafkaTakes(String key) {
    Map<String, Boolean> ours = new LinkedHashMap<>();
    Map<String, Boolean> kafkas = new LinkedHashMap<>();
    for (String text : VALUES) {
      ours.put(text, accepts(key, text, ORACLE));
      kafkas.put(text, isTakenByKafka(key, text));
    }
    assertThat(ours).isEqualTo(kafkas);
    // A grid on one side of the bounds would prove nothing.
    assertThat(kafkas).containsValue(true).containsValue(false);
  }

  @Test
  void followsTheVersion() {
    KafkaVersion v40 = new KafkaVersion(4, 0);
    KafkaVersion v43 = new KafkaVersion(4, 3);
    assertThat(accepts("segment.bytes", "14", v40)).isTrue();
    assertThat(accepts("segment.bytes", "13", v40)).isFalse();
    assertThat(accepts("segment.bytes", "1048575", new KafkaVersion(4, 1))).isFalse();
    assertThat(TopicConfigs.value("remote.copy.lag.ms", v43)).isNull();
    assertThat(TopicConfigs.value("remote.copy.lag.ms", ORACLE)).isNotNull();
    assertThat(TopicConfigs.value("remote.copy.lag.ms", new KafkaVersion(5, 0))).isNotNull();
    assertThat(TopicConfigs.value("retention.ms", new KafkaVersion(3, 9))).isNotNull();
  }

  @Test
  void takesTheWidestWhenNobodySaidTheVersion() {
    assertThat(accepts("segment.bytes", "14", null)).isTrue();
    assertThat(accepts("remote.copy.lag.ms", "-2", null)).isFalse();
    assertThat(TopicConfigs.value("remote.copy.lag.ms", null)).isNotNull();
    assertThat(TopicConfigs.value("retention.hours", null)).isNull();
  }

  private static boolean accepts(String key, String text, @Nullable KafkaVersion version) {
    return Objects.requireNonNull(TopicConfigs.value(key, version)).accepts(text);
  }

  private static boolean isTakenByKafka(String key, String text) {
    try {
      LogConfig.validate(Map.of(key, text));
      return true;
    } catch (ConfigException e) {
      return false;
    }
  }
}
