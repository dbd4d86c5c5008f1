package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the bundles that a change has put into another directory, by what they declare. */
final class RenamedBundles {

  private final IdentityHashMap<Group, Set<ResourceRef>> declared = new IdentityHashMap<>();
  private final List<Group> gone = new ArrayList<>();

  private RenamedBundles() {}

  /**
   * The bundles of before that are there under another name, by that name.
   *
   * @param then the bundles before, by their names
   * @param now the bundles after
   */
  static Map<String, Group> in(Map<String, Group> then, List<Group> now) {
    RenamedBundles all = new RenamedBundles();
    Set<String> names = new HashSet<>();
    for (Group group : now) {
      names.add(group.name());
    }
    for (Group group : then.values()) {
      if (!names.contains(group.name())) {
        all.gone.add(group);
      }
    }
    Map<String, Group> renamed = new LinkedHashMap<>();
    // Where several directories have moved together, each has kept its own name.
    for (boolean alike : new boolean[] {true, false}) {
      for (Group group : now) {
        if (!then.containsKey(group.name()) && !renamed.containsKey(group.name())) {
          Group was = all.likest(group, alike);
          if (was != null) {
            renamed.put(group.name(), was);
            all.gone.remove(was);
          }
        }
      }
    }
    return renamed;
  }

  /** The bundle that declares most of the same, at least half of what the larger one does. */
  private @Nullable Group likest(Group now, boolean alike) {
    Group likest = null;
    int most = 0;
    for (Group then : gone) {
      if (!alike || last(then.name()).equals(last(now.name()))) {
        Set<ResourceRef> one = declaredBy(now);
        Set<ResourceRef> other = declaredBy(then);
        int common = 0;
        for (ResourceRef ref : one) {
          common += other.contains(ref) ? 1 : 0;
        }
        if (common > most && common * 2 >= Math.max(one.size(), other.size())) {
          likest = then;
          most = common;
        }
      }
    }
    return likest;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Set<ResourceRef> declaredBy(Group group) {
    return declared.computeIfAbsent(
        group,
        g -> {
          Set<ResourceRef> refs = new HashSet<>();
          for (ReadFile file : g.files()) {
            for (Resource resource : file.resources()) {
              refs.add(resource.ref());
            }
          }
          return refs;
        });
  }
}
