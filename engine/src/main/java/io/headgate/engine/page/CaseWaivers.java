package io.headgate.engine.page;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.policy.NamedFile;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Sight;
import io.headgate.engine.policy.WaiverReader;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.report.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The waivers of a case, as of a day that never changes. */
final class CaseWaivers {

  /** The day on which every case is judged. */
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  private CaseWaivers() {}

  /**
   * The policy of a case with the waivers that it names.
   *
   * @param files the files of the case, the one with the waivers among them
   */
  static Policy of(Policy policy, Map<String, String> files, Catalog catalog) {
    Waivers waivers = Objects.requireNonNull(policy.waivers());
    NamedFile file = waivers.file();
    String text = file == null ? null : files.get(file.name());
    List<Waiver> read =
        file == null || text == null
            ? List.of()
            : WaiverReader.read(new SourceText(file.name(), text), policy, waivers, catalog);
    return policy.withWaivers(waivers.with(read, Sight.ALL, TODAY));
  }
}
