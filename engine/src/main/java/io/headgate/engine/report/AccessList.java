package io.headgate.engine.report;

import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.StringJoiner;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Who may do what, for people and for programs. */
public final class AccessList {

  private AccessList() {}

  /**
   * A line of an answer.
   *
   * @param subject who may, or what may be used
   * @param why in a few words; empty where the entries say it
   * @param through the entries that allow it
   * @param except the entries that take a part of it away
   */
  private record Line(String subject, String why, List<Acl> through, List<Acl> except) {}

  /** Who reads, writes and administers a topic, as text. */
  public static String topicText(String bundle, Bundle of, String topic) {
    StringBuilder out = new StringBuilder("topic " + topic + " in " + bundle + "\n");
    ofTopic(of, topic).forEach((question, lines) -> text(question, lines, out));
    doubt(of.access().doubtOn(ResourceType.TOPIC, topic), out);
    return harmless(out);
  }

  /** What a principal may do with the topics and groups of a bundle, as text. */
  public static String principalText(String bundle, Bundle of, String principal) {
    StringBuilder out = new StringBuilder(principal + " in " + bundle + "\n");
    ofPrincipal(of, principal).forEach((question, lines) -> text(question, lines, out));
    List<Acl> idle = new ArrayList<>();
    for (Acl acl : of.access().entriesOf(principal)) {
      if (!of.access().shadowing(acl).isEmpty()) {
        idle.add(acl);
      }
    }
    if (!idle.isEmpty()) {
      out.append("\nwithout effect, for a DENY\n");
      for (Acl acl : idle) {
        entry("  ", acl, out);
        of.access().shadowing(acl).forEach(deny -> entry("    for ", deny, out));
      }
    }
    return harmless(out);
  }

  /** The same of a topic in several bundles, by name, as a JSON array. */
  public static String topicJson(Map<String, Bundle> bundles, String topic) {
    return PrettyJson.write(
        json -> {
          json.writeStartArray();
          bundles.forEach(
              (name, bundle) -> {
                json.writeStartObject();
                json.writeStringProperty("bundle", name);
                json.writeStringProperty("topic", topic);
                ofTopic(bundle, topic).forEach((question, lines) -> write(question, lines, json));
                Acl doubt = bundle.access().doubtOn(ResourceType.TOPIC, topic);
                json.writeBooleanProperty("certain", doubt == null);
                json.writeEndObject();
              });
          json.writeEndArray();
        });
  }

  /** The same of a principal in several bundles, by name, as a JSON array. */
  public static String principalJson(Map<String, Bundle> bundles, String principal) {
    return PrettyJson.write(
        json -> {
          json.writeStartArray();
          bundles.forEach(
              (name, bundle) -> {
                json.writeStartObject();
                json.writeStringProperty("bundle", name);
                json.writeStringProperty("principal", principal);
                ofPrincipal(bundle, principal)
                    .forEach((question, lines) -> write(question, lines, json));
                json.writeEndObject();
              });
          json.writeEndArray();
        });
  }

  private static Map<String, List<Line>> ofTopic(Bundle bundle, String topic) {
    Map<String, List<Line>> answers = new LinkedHashMap<>();
    answers.put("read", holders(bundle.access().readers(topic)));
    answers.put("write", holders(bundle.access().writers(topic)));
    answers.put("administer", holders(bundle.access().administrators(topic)));
    return answers;
  }

  private static List<Line> holders(List<Access.Holder> holders) {
    List<Line> lines = new ArrayList<>();
    for (Access.Holder holder : holders) {
      lines.add(
          new Line(holder.principal(), why(holder.reason()), holder.through(), holder.except()));
    }
    return lines;
  }

  private static Map<String, List<Line>> ofPrincipal(Bundle bundle, String principal) {
    Map<String, List<Line>> answers = new LinkedHashMap<>();
    Access access = bundle.access();
    answers.put("topics", uses(access, principal, ResourceType.TOPIC, bundle.topicNames()));
    answers.put("groups", uses(access, principal, ResourceType.GROUP, bundle.groupNames()));
    List<Line> others = new ArrayList<>();
    for (Acl acl : access.entriesOf(principal)) {
      if (acl.permission().is(AclPermissionType.ALLOW) && access.shadowing(acl).isEmpty()) {
        others.add(new Line(what(acl), "", List.of(acl), List.of()));
      }
    }
    answers.put("entries", others);
    return answers;
  }

  private static List<Line> uses(
      Access access, String principal, ResourceType type, NavigableSet<String> names) {
    List<Line> lines = new ArrayList<>();
    for (String name : names) {
      StringJoiner operations = new StringJoiner(", ");
      List<Acl> through = new ArrayList<>();
      boolean certain = true;
      String why = "";
      for (AclOperation operation : Access.operationsOn(type)) {
        Access.Decision decision = access.decide(principal, operation, type, name);
        certain &= decision.doubt() == null;
        if (decision.allowed()) {
          operations.add(operation.name());
          why = why(decision.reason());
          Acl entry = decision.entry();
          if (entry != null && !through.contains(entry)) {
            through.add(entry);
          }
        }
      }
      if (operations.length() > 0) {
        String doubt = certain ? "" : " (an entry with something unknown may change this)";
        lines.add(new Line(name + ": " + operations + doubt, why, through, List.of()));
      }
    }
    return lines;
  }

  private static String why(Access.Reason reason) {
    return switch (reason) {
      case SUPER_USER -> "super user";
      case NO_ACL_FOUND -> "no ACL is about it";
      default -> "";
    };
  }

  private static void text(String question, List<Line> lines, StringBuilder out) {
    out.append('\n').append(question).append('\n');
    if (lines.isEmpty()) {
      out.append("  none\n");
    }
    for (Line line : lines) {
      out.append("  ").append(line.subject());
      out.append(line.why().isEmpty() ? "" : " (" + line.why() + ")").append('\n');
      line.through().forEach(acl -> entry("    through ", acl, out));
      line.except().forEach(acl -> entry("    except ", acl, out));
    }
  }

  private static void doubt(@Nullable Acl doubt, StringBuilder out) {
    if (doubt != null) {
      out.append("\nThis may change it once what is unknown is filled in:\n");
      entry("  ", doubt, out);
    }
  }

  private static void entry(String before, Acl acl, StringBuilder out) {
    out.append(before).append(acl.permission()).append(' ').append(acl.principal()).append(' ');
    out.append(what(acl)).append(" at ").append(acl.operation().place()).append('\n');
  }

  private static String what(Acl acl) {
    return acl.operation()
        + " on "
        + acl.resourceType().toString().toLowerCase(Locale.ROOT)
        + " "
        + acl.patternType().toString().toLowerCase(Locale.ROOT)
        + " "
        + acl.resourceName()
        + (acl.host().isAbsent() || acl.host().is("*") ? "" : " from " + acl.host());
  }

  private static void write(String question, List<Line> lines, JsonGenerator json) {
    json.writeArrayPropertyStart(question);
    for (Line line : lines) {
      json.writeStartObject();
      json.writeStringProperty("subject", line.subject());
      if (!line.why().isEmpty()) {
        json.writeStringProperty("why", line.why());
      }
      entries("through", line.through(), json);
      entries("except", line.except(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void entries(String name, List<Acl> acls, JsonGenerator json) {
    if (acls.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(name);
    for (Acl acl : acls) {
      json.writeStartObject();
      json.writeStringProperty("permission", acl.permission().toString());
      json.writeStringProperty("principal", acl.principal().toString());
      json.writeStringProperty("operation", acl.operation().toString());
      json.writeStringProperty("resourceType", acl.resourceType().toString());
      json.writeStringProperty("patternType", acl.patternType().toString());
      json.writeStringProperty("resourceName", acl.resourceName().toString());
      json.writeStringProperty("host", acl.host().isAbsent() ? "*" : acl.host().toString());
      json.writeStringProperty("file", acl.operation().place().file());
      json.writeNumberProperty("line", acl.operation().place().startLine());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Names are written by strangers. */
  private static String harmless(StringBuilder text) {
    StringBuilder out = new StringBuilder(text.length());
    text.toString().lines().forEach(line -> out.append(Texts.harmless(line)).append('\n'));
    return out.toString();
  }
}
