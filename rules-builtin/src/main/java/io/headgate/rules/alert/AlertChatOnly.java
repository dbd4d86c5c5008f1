package io.headgate.rules.alert;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.AlertChannel;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Critical topics whose alerts wake nobody. */
public final class AlertChatOnly implements Checker {

  private static final Setting<List<String>> TIERS =
      Setting.texts("tiers", List.of("1"), "The tiers of topics whose alerts must reach a person.");

  private static final Setting<List<String>> CHAT =
      Setting.texts(
          "chat",
          List.of("Slack", "MicrosoftTeams"),
          "The templates of channels that wake nobody.");

  /** {@code alert-chat-only}. */
  public static final Rule RULE =
      Rule.warning("alert-chat-only", "All alerts of a critical topic go to a chat.")
          .with(TIERS, CHAT)
          .tagged("alerts");

  private final Tiers tiers;
  private final List<String> chat;

  /** A checker with the policy's settings. */
  public AlertChatOnly(Settings settings) {
    tiers = new Tiers(settings.get(TIERS));
    chat = settings.get(CHAT);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Map<String, String> templates = new HashMap<>();
    for (AlertChannel channel : bundle.all(AlertChannel.class)) {
      templates.put(channel.name().orElse(""), channel.template().orElse(""));
    }
    List<AlertRule> wide = new ArrayList<>();
    Map<String, AlertRule> chatty = new LinkedHashMap<>();
    Set<String> heard = new HashSet<>();
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      String topic = rule.topic().orNull();
      if (topic == null) {
        wide.add(rule);
      } else if (!rule.channels().isEmpty()) {
        chatty.putIfAbsent(topic, rule);
        for (Located<String> channel : rule.channels()) {
          if (mayWake(channel, templates)) {
            heard.add(topic);
          }
        }
      }
    }
    chatty.forEach(
        (topic, rule) -> {
          if (!heard.contains(topic)
              && tiers.include(topic, bundle.environment())
              && !isHeardOf(topic, wide, templates)) {
            findings.add(
                RULE,
                rule,
                rule.channels().get(0),
                "Topic '"
                    + topic
                    + "' is of tier "
                    + bundle.environment().tierOf(topic).orElseThrow()
                    + ", but its alerts go to chat only ("
                    + rule.channels().get(0)
                    + "), so nobody is woken. Send one of them to a channel that pages somebody"
                    + " too.");
          }
        });
  }

  /** What is not known may well wake somebody. */
  private boolean mayWake(Located<String> channel, Map<String, String> templates) {
    return !chat.contains(templates.getOrDefault(channel.orElse(""), ""));
  }

  private boolean isHeardOf(String topic, List<AlertRule> wide, Map<String, String> templates) {
    for (AlertRule rule : wide) {
      // In the settings of a platform, an alert without a known topic is one with a mistake.
      if (!rule.name().isAbsent() && rule.mayConcernTopic(topic)) {
        for (Located<String> channel : rule.channels()) {
          if (mayWake(channel, templates)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
