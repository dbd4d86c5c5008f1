package io.headgate.engine.dialect;

import io.headgate.spi.model.Acl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rights that one tenant gives to another by name: as whom that one acts, and in which cluster,
 * stands in another file.
 *
 * @param from the name of the tenant that gives them; null if that is not known
 * @param to the name of the one that gets them
 * @param acls what it gets; of each the principal is unknown, and placed where {@code to} is named
 */
public record Grant(@Nullable String from, String to, List<Acl> acls) {

  /** Copies the list. */
  public Grant {
    acls = List.copyOf(acls);
  }
}
