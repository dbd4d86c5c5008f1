package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.Set;

/** The resources of Conduktor's Console. */
public final class ConduktorDialect implements Dialect {

  /** What a file begins its API version with, if it says whose it is. */
  private static final String[] SIGNS = {
    "kafka/v", "console/v", "iam/v", "self-serve/v", "self-service/v", "data-quality/v"
  };

  @Override
  public String name() {
    return "conduktor";
  }

  @Override
  public Description describe() {
    return ConduktorDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(
        Kind.TOPIC,
        Kind.SCHEMA,
        Kind.ACL,
        Kind.CONNECTOR,
        Kind.CONSUMER_GROUP,
        Kind.CONNECTION,
        Kind.GROUP,
        Kind.ALERT_RULE,
        Kind.ALERT_CHANNEL,
        Kind.SECRET);
  }

  @Override
  public boolean owns(String path, String text) {
    if (!text.contains("apiVersion")) {
      return false;
    }
    for (String sign : SIGNS) {
      if (begins(text, sign)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of a text begins so, and not in a line that is a comment. */
  static boolean begins(String text, String word) {
    for (int i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      if ((before == ' ' || before == '"' || before == '\'') && !isComment(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isComment(String text, int at) {
    int first = text.lastIndexOf('\n', at) + 1;
    while (first < at && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    return text.charAt(first) == '#';
  }

  @Override
  public boolean reads(Document document) {
    KubernetesObject object = KubernetesObject.of(document);
    return object != null && ConduktorKinds.isConsole(object);
  }

  @Override
  public void read(Document document, Reading reading) {
    KubernetesObject object = KubernetesObject.of(document);
    if (object == null) {
      return;
    }
    String kind = object.kind().text();
    String written = ConduktorKinds.written(kind);
    int version = ConduktorKinds.number(object.apiVersion().text());
    if (written == null) {
      leave(object, reading);
    } else if (!ConduktorKinds.has(kind, version)) {
      reading.find(
          CoreRules.UNKNOWN_KIND,
          object.apiVersion().place(),
          "apiVersion",
          "Conduktor has no version '"
              + object.version()
              + "' of the kind "
              + kind
              + "; write '"
              + written
              + "'.");
    } else if (ConduktorKinds.NOT_READ.contains(kind)) {
      reading.skip(kind);
    } else {
      if (kind.equals("TopicPolicy")) {
        sayRefused(object, reading);
      }
      ConduktorObject one = ConduktorObject.of(object, reading);
      if (one != null) {
        read(one, version, reading);
      }
    }
  }

  /** Console answers 400 since 1.47 (conduktor/skills, "Using TopicPolicy"). */
  private static void sayRefused(KubernetesObject object, Reading reading) {
    reading.find(
        CoreRules.REMOVED_VERSION,
        object.kind().place(),
        "kind",
        "Console 1.47 and later refuse a TopicPolicy, so that apply fails; write what it says as a"
            + " ResourcePolicy, or turn this rule off while Console is older.");
  }

  /** Console has more kinds with each release: only what looks misspelt is one. */
  private static void leave(KubernetesObject object, Reading reading) {
    String kind = object.kind().text();
    if (Nearest.to(kind, ConduktorKinds.all()) == null) {
      reading.skip(kind);
    } else {
      reading.find(
          CoreRules.UNKNOWN_KIND,
          object.kind().place(),
          "kind",
          "Conduktor has no kind '" + kind + "'." + Nearest.hint(kind, ConduktorKinds.all()));
    }
  }

  private static void read(ConduktorObject one, int version, Reading reading) {
    switch (one.kind()) {
      case "Topic" -> ConduktorTopics.read(one, reading);
      case "Subject" -> ConduktorSubjects.read(one, reading);
      case "Connector" -> ConduktorConnectors.read(one, reading);
      case "ServiceAccount" -> ConduktorAccounts.read(one, reading);
      case "Application" -> ConduktorApplications.read(one, reading);
      case "ApplicationInstance" -> ConduktorInstances.read(one, reading);
      case "ApplicationInstancePermission" -> ConduktorPermissions.read(one, reading);
      case "ApplicationGroup" -> ConduktorPeople.readApplicationGroup(one, reading);
      case "Group" -> ConduktorPeople.readGroup(one, reading);
      case "User" -> ConduktorPeople.readUser(one, reading);
      case "TopicPolicy" -> ConduktorPolicies.readTopicPolicy(one, reading);
      case "ResourcePolicy" -> ConduktorPolicies.readResourcePolicy(one, reading);
      case "Alert" -> ConduktorAlerts.read(one, version, reading);
      default -> ConduktorConnections.read(one, reading);
    }
  }
}
