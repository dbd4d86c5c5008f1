package io.headgate.engine.report;

import io.headgate.spi.model.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody accepts for a while, and answers for.
 *
 * @param place where it is written
 * @param rule the id of the rule
 * @param scope what it is about
 * @param reason why
 * @param owner who is to mend it
 * @param approver who agreed
 * @param until the last day on which it holds
 */
public record Waiver(
    Place place,
    String rule,
    Scope scope,
    String reason,
    String owner,
    String approver,
    LocalDate until)
    implements Disposition {

  /**
   * What a waiver is about.
   *
   * @param bundle the name of the bundle, relative to the policy; null for all
   * @param environment the environment; null for all
   * @param resource kind and name, in which {@code *} stands for any characters; empty for a waiver
   *     that stands beside what it is about
   * @param attribute the attribute; null for all
   */
  public record Scope(
      @Nullable String bundle,
      @Nullable String environment,
      String resource,
      @Nullable String attribute) {

    /** What a waiver is about that stands beside it. */
    public static final Scope BESIDE = new Scope(null, null, "", null);

    /** For people: {@code topic orders.*, replication (prod)}. */
    @Override
    public String toString() {
      String where = bundle == null ? environment : bundle;
      return (resource.isEmpty() ? "what stands beside it" : resource)
          + (attribute == null ? "" : ", " + attribute)
          + (where == null ? "" : " (" + where + ")");
    }
  }

  /** Whether it is a comment beside what it is about. */
  public boolean isInline() {
    return scope.resource().isEmpty();
  }
}
