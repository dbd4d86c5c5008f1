package io.headgate.spi.model;

import java.util.List;

/**
 * A policy that hides fields from people who read data through the platform.
 *
 * @param name its name
 * @param category free text, such as {@code PII}
 * @param redaction how it hides, such as {@code All}, {@code Last-4}; {@code None} hides nothing
 * @param datasets the topics it is limited to, as names or globs; empty means all
 * @param fields names or dotted paths of the fields
 */
public record MaskingPolicy(
    Located<String> name,
    Located<String> category,
    Located<String> redaction,
    List<Located<String>> datasets,
    List<Located<String>> fields)
    implements Resource {

  /** Whether it is known to reach a topic: because it is limited to none, or to this one. */
  public boolean covers(String topic) {
    for (Located<String> dataset : datasets) {
      if (dataset.isKnown() && new NamePattern(dataset.get()).matches(topic)) {
        return true;
      }
    }
    return datasets.isEmpty();
  }

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.MASKING_POLICY, name.toString());
  }

  @Override
  public Place place() {
    return name.place();
  }
}
