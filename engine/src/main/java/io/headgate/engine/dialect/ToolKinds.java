package io.headgate.engine.dialect;

import io.headgate.spi.Nearest;
import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of objects that a tool has.
 *
 * @param tool whose they are, as a sentence begins, such as {@code The Redpanda operator}
 * @param read what is read
 * @param known what is known and not read
 */
public record ToolKinds(String tool, List<String> read, List<String> known) {

  /** Copies the lists. */
  public ToolKinds {
    read = List.copyOf(read);
    known = List.copyOf(known);
  }

  /** Whether a text has the name of a kind that is read. */
  public boolean areIn(String text) {
    for (String kind : read) {
      if (text.contains(kind)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Says that the tool has no such version.
   *
   * @param current the version that it has, such as {@code v1}
   */
  public void refuseVersion(KubernetesObject object, String current, Reading reading) {
    reading.find(
        CoreRules.UNKNOWN_KIND,
        object.apiVersion().place(),
        "apiVersion",
        tool
            + " has no version '"
            + object.version()
            + "'; the current one is '"
            + object.group()
            + "/"
            + current
            + "'.");
  }

  /** Counts an object of a kind that is known and not read; any other kind is a finding. */
  public void refuse(KubernetesObject object, Reading reading) {
    String kind = object.kind().text();
    if (known.contains(kind)) {
      reading.skip(kind);
      return;
    }
    reading.find(
        CoreRules.UNKNOWN_KIND,
        object.kind().place(),
        "kind",
        tool + " has no kind '" + kind + "'." + Nearest.hint(kind, all()));
  }

  /** As {@link #refuse}, but a kind that is like none is counted too: the tool may be newer. */
  public void leave(KubernetesObject object, Reading reading) {
    String kind = object.kind().text();
    if (Nearest.to(kind, all()) == null) {
      reading.skip(kind);
    } else {
      refuse(object, reading);
    }
  }

  private List<String> all() {
    List<String> kinds = new ArrayList<>(read);
    kinds.addAll(known);
    return kinds;
  }
}
