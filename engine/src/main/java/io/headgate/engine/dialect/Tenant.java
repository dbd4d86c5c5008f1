package io.headgate.engine.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who owns names in a Kafka cluster, as the files say it.
 *
 * @param name by which other objects grant it rights; null where nobody can
 * @param team who answers
 * @param acts whether it acts in Kafka as a principal of its own
 * @param principals as whom it acts, such as {@code User:alice}; none where a template gives it
 * @param prefixes the prefixes of the names it owns
 * @param names whole names it owns
 */
public record Tenant(
    @Nullable String name,
    String team,
    boolean acts,
    List<String> principals,
    List<String> prefixes,
    List<String> names) {

  /** Copies the lists. */
  public Tenant {
    principals = List.copyOf(principals);
    prefixes = List.copyOf(prefixes);
    names = List.copyOf(names);
  }
}
