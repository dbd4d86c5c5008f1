package io.headgate.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.report.Sources;
import io.headgate.spi.model.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocationsTest {

  private static final String FILE = "kafka/topics/extra.yaml";

  @Test
  void aSnippetNeitherTurnsTheTextNorMovesTheCursor() {
    PhysicalLocation physical =
        physical("# a\u202Eb\u2066\n# tab\there\nname: b # \u200B\n", 2, 3, 2, 11);
    assertThat(physical.getRegion().getSnippet().getText()).isEqualTo("tab\there");
    assertThat(physical.getContextRegion().getSnippet().getText())
        .isEqualTo("# a\uFFFDb\uFFFD\n# tab\there\nname: b # \uFFFD");
  }

  @Test
  void lineBreaksInASnippetStay() {
    assertThat(physical("a: 1\r\nb: 2\r\nc: 3\r\n", 1, 1, 2, 5).getRegion().getSnippet().getText())
        .isEqualTo("a: 1\r\nb: 2");
  }

  @Test
  void anEmptyRegionHasNoSnippet() {
    PhysicalLocation physical = physical("a: 1\nb: 2\n", 1, 1, 1, 1);
    assertThat(physical.getRegion().getSnippet()).isNull();
    assertThat(physical.getContextRegion().getSnippet().getText()).isEqualTo("a: 1\nb: 2");
  }

  @Test
  void aContextHasMoreThanTheRegion() {
    assertThat(physical("word\n", 1, 1, 1, 5).getContextRegion()).isNull();
    assertThat(physical("word \n", 1, 1, 1, 5).getContextRegion()).isNotNull();
  }

  @Test
  void whatIsVeryLongIsNoSnippet() {
    String line = "x".repeat(2000);
    Region region = physical(line, 1, 1, 1, 2001).getRegion();
    assertThat(region.getSnippet().getText()).isEqualTo(line);
    PhysicalLocation longer = physical(line + "x\n", 1, 1, 1, 2002);
    assertThat(longer.getRegion().getSnippet()).isNull();
    assertThat(longer.getRegion().getEndColumn()).isEqualTo(2002);
    assertThat(physical(line + "x\n", 1, 1, 1, 2).getContextRegion()).isNull();
  }

  @Test
  void aPlaceInAFileThatIsNotThereHasNoText() {
    Sources sources = new Sources(new MemoryFiles(Map.of(FILE, "a: 1\n")), Map.of());
    PhysicalLocation missing =
        Locations.of(new Place("gone.yaml", 1, 1, 1, 5), sources).getPhysicalLocation();
    assertThat(missing.getRegion().getSnippet()).isNull();
    assertThat(missing.getContextRegion()).isNull();
    PhysicalLocation beyond =
        Locations.of(new Place(FILE, 90, 1, 90, 5), sources).getPhysicalLocation();
    assertThat(beyond.getRegion().getStartLine()).isEqualTo(90);
    assertThat(beyond.getRegion().getSnippet()).isNull();
  }

  @Test
  void aFileOutsideTheRootHasAPathOfItsOwn() {
    PhysicalLocation outside = Locations.of(Place.startOf("/etc/a.yaml")).getPhysicalLocation();
    assertThat(outside.getArtifactLocation().getUri()).isEqualTo("file:///etc/a.yaml");
    assertThat(outside.getArtifactLocation().getUriBaseId()).isNull();
  }

  private static PhysicalLocation physical(
      String text, int startLine, int startColumn, int endLine, int endColumn) {
    Place place = new Place(FILE, startLine, startColumn, endLine, endColumn);
    Sources sources = new Sources(new MemoryFiles(Map.of(FILE, text)), Map.of());
    return Locations.of(place, sources).getPhysicalLocation();
  }
}
