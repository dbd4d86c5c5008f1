package io.headgate.engine.policy;

import java.util.List;

/** How much of what the policy is about a run sees: what is out of sight need not be gone. */
public enum Sight {
  /** All of it. */
  ALL,
  /** Some bundles, each of them whole. */
  BUNDLES,
  /** Perhaps only a part of a bundle. */
  PARTS;

  /**
   * Whether what is not found in a bundle is not there, rather than out of sight.
   *
   * @param bundle the name of the bundle, relative to the policy; empty for any bundle
   * @param judged the names of the bundles that were judged
   * @param all whether no bundle was left out by the name of its environment
   * @param file what the name is relative to
   */
  boolean sees(String bundle, List<String> judged, boolean all, NamedFile file) {
    if (this == ALL && all) {
      return true;
    }
    if (this != PARTS) {
      for (String name : judged) {
        if (file.bundle(name).equals(bundle)) {
          return true;
        }
      }
    }
    return false;
  }
}
