package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.ArtifactChange;
import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.Fix;
import com.contrastsecurity.sarif.Replacement;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.edit.Edit;
import io.headgate.engine.edit.Mended;
import io.headgate.engine.report.Result.State;
import io.headgate.engine.report.Sources;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fixes as SARIF fixes: the same edits that {@code headgate fix} makes. */
final class Fixes {

  private Fixes() {}

  /** The fix of a result, or null if there is none to propose. */
  static @Nullable Set<Fix> of(io.headgate.engine.report.Result result, Sources sources) {
    Finding finding = result.finding();
    if (finding.fix() == null
        || result.state() == State.ABSENT
        || result.disposition() instanceof Waiver) {
      return null;
    }
    Mended mended = sources.mended(finding);
    if (mended == null) {
      return null;
    }
    SourceText before = mended.before();
    List<Replacement> replacements = new ArrayList<>();
    for (Edit edit : mended.edits()) {
      Place deleted = before.place(edit.from(), edit.to());
      Replacement replacement = new Replacement().withDeletedRegion(Locations.region(deleted));
      if (!edit.text().isEmpty()) {
        replacement.setInsertedContent(new ArtifactContent().withText(edit.text()));
      }
      replacements.add(replacement);
    }
    Set<ArtifactChange> changes = new LinkedHashSet<>();
    changes.add(
        new ArtifactChange()
            .withArtifactLocation(Locations.artifact(before.file()))
            .withReplacements(replacements));
    Set<Fix> fixes = new LinkedHashSet<>();
    fixes.add(
        new Fix()
            .withDescription(
                Words.message(
                    "The fix of "
                        + finding.rule().id()
                        + (finding.fix().safe()
                            ? "."
                            : ", which may change what the landscape does.")))
            .withArtifactChanges(changes));
    return fixes;
  }
}
