package io.headgate.engine.drl;

/** The names that compiler and run time agree on. */
public final class Names {

  /** What the packages of all packs begin with. */
  public static final String PACKAGE = "headgate.pack.";

  /** The global where consequences report. */
  public static final String FINDINGS = "findings";

  /** The global that knows the policy's settings. */
  public static final String SETTINGS = "settings";

  /** The entry point of what was there before the change. */
  public static final String BASE = "base";

  private Names() {}

  /** The package of a pack's compiled rules. */
  public static String packageOf(String packId) {
    // No part of a name may begin with a digit or be a word of Java.
    StringBuilder name = new StringBuilder(PACKAGE).append("p_");
    for (int i = 0; i < packId.length(); i++) {
      char c = packId.charAt(i);
      name.append((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_');
    }
    return name.toString();
  }
}
