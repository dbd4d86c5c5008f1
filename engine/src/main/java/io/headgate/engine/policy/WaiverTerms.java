package io.headgate.engine.policy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.spi.Nearest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What every waiver has to say, in a file and in a comment alike. */
final class WaiverTerms {

  private final Waivers waivers;
  private final Catalog catalog;

  WaiverTerms(Waivers waivers, Catalog catalog) {
    this.waivers = waivers;
    this.catalog = catalog;
  }

  /** What is wrong with the rule of a waiver; null if nothing is. */
  @Nullable String wrongRule(String id) {
    if (catalog.lacks(id)) {
      return "There is no rule '" + id + "'." + Nearest.hint(id, catalog.ids());
    }
    if (Waivers.isAboutWaivers(id)) {
      return "'"
          + id
          + "' cannot be waived: it is about waivers. Mend or remove the waiver that it"
          + " is about.";
    }
    if (!Waivers.mayWaive(id)) {
      return "'"
          + id
          + "' cannot be waived: what is not read, or not compared, would pass as clean. Take the"
          + " waiver out.";
    }
    return waivers.unwaivable().contains(id)
        ? "'"
            + id
            + "' cannot be waived: the policy lists it under 'unwaivable'. Mend what it"
            + " finds, and take the waiver out."
        : null;
  }

  /** A day, or null if the text is none. */
  static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  static String wrongDay(String text) {
    return "'until' of a waiver is '"
        + (text.length() > 40 ? text.substring(0, 40) + "..." : text)
        + "', but must be a day such as '2027-01-31'.";
  }

  /** What a missing field asks for. */
  static String wanted(String key) {
    return switch (key) {
      case "rule" -> "name the rule whose finding is accepted";
      case "resource" -> "name what it is about, such as 'topic orders.v1'";
      case "reason" -> "say why the finding is accepted";
      case "owner" -> "say who is to mend it";
      case "approver" -> "say who agreed";
      default -> "say the last day on which it holds, such as '2027-01-31'";
    };
  }
}
