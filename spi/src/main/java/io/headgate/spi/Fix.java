package io.headgate.spi;

import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what a finding says can be mended without asking anybody, in words of the model. The engine
 * makes an edit of the text out of it, where the text allows it: a rule knows nothing of files.
 *
 * @param changes what to do; all of it or nothing
 * @param safe whether it leaves what the landscape does as it is, or as the rule says it must be;
 *     otherwise it is done only for people who ask for such fixes
 */
public record Fix(List<Change> changes, boolean safe) {

  /** Copies the list. */
  public Fix {
    changes = List.copyOf(changes);
  }

  /**
   * One thing to do.
   *
   * @param place the value that goes or is replaced; of a resource something that is its own
   * @param resource the resource that goes as a whole; null where it is only a value
   * @param text what the value, or the key, is to be; null where it goes
   */
  public record Change(Place place, @Nullable ResourceRef resource, @Nullable String text) {}

  /** Takes a value out that somebody wrote, with its key. */
  public static Fix remove(Located<?> value) {
    return of(new Change(value.place(), null, null));
  }

  /** Takes a resource out: whatever declares it and nothing else. */
  public static Fix remove(Resource resource) {
    // The name of an entry may stand there for several ones; the operation is its own.
    Place own = resource instanceof Acl acl ? acl.operation().place() : resource.place();
    return of(new Change(own, resource.ref(), null));
  }

  /** Writes another value, or another key, in the place of one. */
  public static Fix replace(Located<?> written, String text) {
    return of(new Change(written.place(), null, text));
  }

  private static Fix of(Change change) {
    return new Fix(List.of(change), true);
  }

  /** This fix and another one, together. */
  public Fix and(Fix other) {
    List<Change> all = new ArrayList<>(changes);
    all.addAll(other.changes);
    return new Fix(all, safe && other.safe);
  }

  /** This fix, only for people who ask for fixes that change what the landscape does. */
  public Fix unsafe() {
    return new Fix(changes, false);
  }
}
