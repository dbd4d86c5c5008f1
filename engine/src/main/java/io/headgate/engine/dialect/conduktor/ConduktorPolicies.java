package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;

/**
 * {@code TopicPolicy} and {@code ResourcePolicy}: limits that Console holds against what an
 * instance that refers to them applies. Nothing comes of them, but their mistakes are said.
 */
final class ConduktorPolicies {

  private ConduktorPolicies() {}

  static void readTopicPolicy(ConduktorObject policy, Reading reading) {
    policy.declare(reading);
    policy.labels();
    MappingReader spec = policy.spec();
    for (Entry entry : spec.entries("policies")) {
      if (entry.value() instanceof Mapping mapping) {
        MappingReader constraint =
            new MappingReader(mapping, entry.key().place(), "an entry of 'policies'", reading);
        constraint.required(
            "constraint",
            ConduktorObject.oneOf(
                constraint,
                "constraint",
                "constraint",
                "Range",
                "OneOf",
                "NoneOf",
                "Match",
                "AllowedKeys",
                "ValidString"));
        ConduktorObject.bool(constraint, "optional");
        constraint.number("min", "min");
        constraint.number("max", "max");
        constraint.texts("values", "values");
        constraint.texts("keys", "keys");
        constraint.text("pattern", "pattern");
        constraint.finish();
      } else {
        reading.unreadable(
            entry.key().place(), "policies", "Each entry of 'policies' must be a mapping.");
      }
    }
    policy.finish();
  }

  static void readResourcePolicy(ConduktorObject policy, Reading reading) {
    policy.declare(reading);
    policy.labels();
    MappingReader spec = policy.spec();
    spec.required(
        "targetKind",
        ConduktorObject.oneOf(
            spec,
            "targetKind",
            "targetKind",
            "Topic",
            "Connector",
            "Subject",
            "ApplicationGroup",
            "ApplicationInstancePermission"));
    spec.text("description", "description");
    for (Mapping entry : spec.mappings("rules")) {
      MappingReader rule = MappingReader.of(entry, "condition", "an entry of 'rules'", reading);
      rule.required("condition", rule.text("condition", "condition"));
      rule.required("errorMessage", rule.text("errorMessage", "errorMessage"));
      rule.finish();
    }
    policy.finish();
  }
}
