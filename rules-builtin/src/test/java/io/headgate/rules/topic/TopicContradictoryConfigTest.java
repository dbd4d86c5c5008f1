package io.headgate.rules.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.support.Heard;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.junit.jupiter.api.Test;

/** The rule beside Kafka's own judgement, over all pairs of values that are fine alone. */
class TopicContradictoryConfigTest {

  private static final Place PLACE = Place.startOf("x.yaml");

  @Test
  void agreesWithKafka() {
    List<Map<String, String>> configs = new ArrayList<>();
    for (String min : List.of("0", "5", "10")) {
      for (String max : List.of("1", "5", "10")) {
        configs.add(Map.of("min.compaction.lag.ms", min, "max.compaction.lag.ms", max));
      }
    }
    for (String policy : List.of("delete", "compact", "compact,delete")) {
      for (String copies : List.of("true", "false")) {
        for (String unit : List.of("ms", "bytes")) {
          for (String whole : List.of("-1", "10", "20")) {
            for (String local : List.of("-2", "-1", "9", "10", "20", "21")) {
              configs.add(tiered(policy, copies, unit, whole, local));
            }
          }
        }
      }
    }
    Set<Boolean> verdicts = new HashSet<>();
    for (Map<String, String> config : configs) {
      boolean refused = isRefused(config);
      verdicts.add(refused);
      assertThat(!heard(config).isEmpty()).as(config.toString()).isEqualTo(refused);
    }
    assertThat(verdicts).hasSize(2);
  }

  private static Map<String, String> tiered(
      String policy, String copies, String unit, String whole, String local) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("remote.storage.enable", "true");
    config.put("cleanup.policy", policy);
    config.put("remote.log.copy.disable", copies);
    config.put("retention." + unit, whole);
    config.put("local.retention." + unit, local);
    return config;
  }

  private static boolean isRefused(Map<String, String> config) {
    try {
      LogConfig.validate(Map.of(), config, new LogConfig(Map.of()).values(), true);
      return false;
    } catch (ConfigException | InvalidConfigurationException e) {
      return true;
    }
  }

  private static List<String> heard(Map<String, String> config) {
    List<Property> properties = new ArrayList<>();
    config.forEach(
        (key, value) ->
            properties.add(
                new Property(
                    Located.known(key, "config." + key, PLACE),
                    Located.known(value, "config." + key, PLACE))));
    Topic topic =
        new Topic(
            Located.known("orders", "name", PLACE),
            Located.known(12, "partitions", PLACE),
            Located.known(3, "replication", PLACE),
            new Config("config", PLACE, properties),
            Located.absent("description", PLACE),
            new Config("labels", PLACE, List.of()));
    return Heard.from(
        new TopicContradictoryConfig(),
        new Bundle(Environment.UNKNOWN, Set.of(Kind.TOPIC), List.of(topic)));
  }
}
