package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.Reading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The instances of a root module, of which a plan may know better. */
final class ExpandedRoot {

  private final String directory;
  private final List<Planned> planned;
  private final Map<String, Planned> byAddress = new HashMap<>();
  private final Map<String, Planned> byBlock = new HashMap<>();
  private final Set<String> claimed = new HashSet<>();

  ExpandedRoot(String directory, List<Planned> planned) {
    this.directory = directory;
    this.planned = planned;
    for (Planned instance : planned) {
      byAddress.putIfAbsent(instance.address(), instance);
      byBlock.putIfAbsent(instance.block(), instance);
    }
  }

  /**
   * The root that a plan was made of: the one with most of its resources; of several the one whose
   * directory is nearest. Null if there is none.
   */
  static @Nullable ExpandedRoot of(Plan plan, String file, List<ExpandedRoot> roots) {
    List<String> addresses = plan.addresses();
    ExpandedRoot best = null;
    int most = 0;
    for (ExpandedRoot root : roots) {
      int common = 0;
      for (String address : addresses) {
        common += root.byBlock.containsKey(Expansion.stripped(address)) ? 1 : 0;
      }
      boolean better =
          common > most
              || (best != null
                  && common == most
                  && root.distance(Paths.directory(file)) < best.distance(Paths.directory(file)));
      if (common > 0 && better) {
        best = root;
        most = common;
      }
    }
    return best;
  }

  private int distance(String from) {
    String path = Paths.relative(from, directory);
    return path.equals(".") ? 0 : path.split("/", -1).length;
  }

  /** Where the files declare what a plan has at an address, or null if they do not. */
  @Nullable Instance declared(String address) {
    Planned exact = byAddress.get(address);
    Planned block = exact == null ? byBlock.get(Expansion.stripped(address)) : exact;
    return block == null ? null : block.instance();
  }

  /** A plan tells of this address, so that the files need not. */
  void claim(String address) {
    claimed.add(address);
    claimed.add("block " + Expansion.stripped(address));
  }

  /** A path in the directory of the module, so that the plan is judged with it. */
  String beside(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return directory.isEmpty() ? name : directory + "/" + name;
  }

  /** Declares what no plan tells of. */
  void declare(Map<String, Reading> readings) {
    for (Planned instance : planned) {
      boolean told =
          claimed.contains(instance.address())
              || (instance.uncertain() && claimed.contains("block " + instance.block()));
      if (!told) {
        Reading reading = Objects.requireNonNull(readings.get(instance.file().file()));
        String cluster = Types.cluster(instance.instance().type(), instance.instance().values());
        reading.cluster(
            cluster == null && !instance.cluster().isEmpty() ? instance.cluster() : cluster);
        Types.read(instance.instance(), reading);
        reading.cluster(null);
      }
    }
  }
}
