package io.headgate.cli;

import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.NamedFile;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.WaiverReader;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.report.Waiver;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** The file of waivers: a run whose policy says nothing about waivers never comes here. */
final class WaiverFile {

  private WaiverFile() {}

  /**
   * The policy of a scope with its waivers, as of today in UTC.
   *
   * @param policy the policy of the scope, whatever became of its baseline
   * @throws UserError if the file is not there, or something in it is wrong
   */
  static Policy read(Scope scope, Policy policy) {
    Waivers waivers = Objects.requireNonNull(policy.waivers());
    NamedFile file = waivers.file();
    if (file != null && !scope.tree().exists(NamedFiles.path(scope, file))) {
      throw new UserError(
          file.place(),
          "There is no file of waivers '"
              + file.name()
              + "'. 'headgate waive' writes it with its first waiver; until then take the line out"
              + " of the policy, or write a file that says 'version: 1'.");
    }
    List<Waiver> entries =
        file == null
            ? List.of()
            : WaiverReader.read(NamedFiles.text(scope, file), policy, waivers, scope.catalog());
    return policy.withWaivers(waivers.with(entries, NamedFiles.sight(scope), today()));
  }

  /** The day in UTC, so that all who judge one commit on one day say the same. */
  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
