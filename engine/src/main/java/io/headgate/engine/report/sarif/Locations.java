package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.report.Sources;
import io.headgate.engine.report.Texts;
import io.headgate.spi.model.Place;
import org.jspecify.annotations.Nullable;

/** Places as SARIF locations, with the text that stands there. */
final class Locations {

  /** What relative paths are relative to. */
  static final String ROOT = "SRCROOT";

  /** Longer texts are left out, for a snippet must be the text of its region, whole. */
  private static final int LONGEST_SNIPPET = 2000;

  private Locations() {}

  /** A place without its text. */
  static Location of(Place place) {
    return new Location().withPhysicalLocation(physical(place));
  }

  /** A place with its text, and the lines around it. */
  static Location of(Place place, Sources sources) {
    PhysicalLocation physical = physical(place);
    SourceText source = sources.text(place.file());
    if (source != null && place.endLine() <= source.lineCount()) {
      addSnippet(physical.getRegion(), place, source);
      Place around = around(place, source);
      if (!around.equals(place)) {
        Region context = region(around);
        if (addSnippet(context, around, source)) {
          physical.setContextRegion(context);
        }
      }
    }
    return new Location().withPhysicalLocation(physical);
  }

  private static PhysicalLocation physical(Place place) {
    return new PhysicalLocation()
        .withArtifactLocation(artifact(place.file()))
        .withRegion(region(place));
  }

  static ArtifactLocation artifact(String file) {
    ArtifactLocation artifact = new ArtifactLocation().withUri(UriReferences.toUriReference(file));
    if (!UriReferences.isAbsolute(file)) {
      artifact.setUriBaseId(ROOT);
    }
    return artifact;
  }

  static Region region(Place place) {
    return new Region()
        .withStartLine(place.startLine())
        .withStartColumn(place.startColumn())
        .withEndLine(place.endLine())
        .withEndColumn(place.endColumn());
  }

  /** The lines of a place, one before and one after; just the place where a line is very long. */
  private static Place around(Place place, SourceText source) {
    int first = Math.max(1, place.startLine() - 1);
    int last = Math.min(source.lineCount(), place.endLine() + 1);
    if (last > place.endLine() && source.endOfLine(last) == source.offset(last, 1)) {
      last--;
    }
    int start = source.offset(last, 1);
    int end = source.endOfLine(last);
    if (end - start > LONGEST_SNIPPET) {
      return place;
    }
    int columns = source.text().codePointCount(start, end);
    return new Place(place.file(), first, 1, last, columns + 1, place.origin());
  }

  private static boolean addSnippet(Region region, Place place, SourceText source) {
    String text = text(place, source);
    if (text == null) {
      return false;
    }
    region.setSnippet(new ArtifactContent().withText(text));
    return true;
  }

  /** The text of a place, or null if it is empty or very long. */
  private static @Nullable String text(Place place, SourceText source) {
    int start = source.offset(place.startLine(), place.startColumn());
    int end = source.offset(place.endLine(), place.endColumn());
    if (end <= start || end - start > LONGEST_SNIPPET) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    source
        .text()
        .substring(start, end)
        .codePoints()
        .forEach(c -> text.appendCodePoint(isShown(c) ? c : 0xFFFD));
    return text.toString();
  }

  private static boolean isShown(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Texts.isHarmless(c);
  }
}
