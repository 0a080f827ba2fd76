/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Checks a folder with a release against the
 * <a href="https://central.sonatype.org/publish/requirements/">requirements of Maven
 * Central</a> and those of this project, and prints all problems at once:
 *
 * <pre class="code">
 * java src/release/CheckRelease.java target/release
 * </pre>
 *
 * If the folder has a signature, every file needs one. The signatures themselves are not
 * verified.
 */
public final class CheckRelease {

	private static final Map<String, String> CHECKSUMS = Map.of("md5", "MD5", "sha1", "SHA-1");

	/**
	 * Elements that Maven Central requires, as paths.
	 */
	private static final List<String> REQUIRED = List.of("groupId", "artifactId", "version", "name", "description",
			"url", "licenses/license/name", "licenses/license/url", "developers/developer/name", "scm/connection",
			"scm/developerConnection", "scm/url");

	/**
	 * Elements that a complete POM of a library does not have: they depend on other POMs
	 * or on the machine.
	 */
	private static final List<String> FORBIDDEN = List.of("parent", "modules", "repositories", "pluginRepositories",
			"profiles", "properties");

	private final List<String> problems = new ArrayList<>();

	private final Path folder;

	private final List<Path> files;

	private CheckRelease(Path folder) throws IOException {
		this.folder = folder;
		try (Stream<Path> paths = Files.walk(folder)) {
			// Maven writes the metadata for its own use, and it is not uploaded
			this.files = paths.filter(Files::isRegularFile)
				.filter((file) -> !file.getFileName().toString().startsWith("maven-metadata"))
				.sorted()
				.toList();
		}
	}

	public static void main(String[] args) throws Exception {
		CheckRelease release = new CheckRelease(Path.of(args[0]));
		release.check();
		release.problems.forEach(System.err::println);
		System.out.println(release.files.size() + " files, " + release.problems.size() + " problems");
		System.exit(release.problems.isEmpty() ? 0 : 1);
	}

	private void check() throws Exception {
		List<Path> poms = this.files.stream().filter((file) -> file.toString().endsWith(".pom")).toList();
		if (poms.isEmpty()) {
			this.problems.add(this.folder + ": no POM");
		}
		TreeSet<String> artifacts = new TreeSet<>();
		TreeSet<String> managed = new TreeSet<>();
		for (Path pom : poms) {
			Element project = DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(pom.toFile())
				.getDocumentElement();
			checkPom(pom, project);
			if (text(project, "packaging").equals("pom")) {
				elements(project, "dependencyManagement/dependencies/dependency")
					.forEach((dependency) -> managed.add(coordinates(dependency)));
			}
			else {
				artifacts.add(coordinates(project));
				checkJars(pom);
			}
		}
		if (!managed.equals(artifacts)) {
			this.problems.add("The BOM has " + managed + ", but the folder has " + artifacts);
		}
		checkCompanions();
	}

	private void checkPom(Path pom, Element project) throws IOException {
		for (String path : REQUIRED) {
			check(elements(project, path).anyMatch((element) -> !element.getTextContent().isBlank()), pom,
					"no " + path);
		}
		for (String name : FORBIDDEN) {
			check(elements(project, name).findAny().isEmpty(), pom, "has " + name);
		}
		String version = text(project, "version");
		check(!version.endsWith("-SNAPSHOT"), pom, "is a snapshot");
		check(!Files.readString(pom).contains("${"), pom, "has a placeholder");
		String place = text(project, "groupId").replace('.', '/') + "/" + text(project, "artifactId") + "/" + version
				+ "/" + text(project, "artifactId") + "-" + version + ".pom";
		check(pom.endsWith(place), pom, "should be " + place);
		Stream.concat(elements(project, "dependencies/dependency"),
				elements(project, "dependencyManagement/dependencies/dependency"))
			.filter((dependency) -> text(dependency, "version").isEmpty()
					|| text(dependency, "version").endsWith("-SNAPSHOT")
					|| List.of("test", "system").contains(text(dependency, "scope")))
			.forEach((dependency) -> check(false, pom,
					"a release cannot depend on " + coordinates(dependency) + " in this version or scope"));
	}

	private void checkJars(Path pom) {
		List<String> classes = entries(pom, ".jar").filter((name) -> name.endsWith(".class")).toList();
		boolean sources = entries(pom, "-sources.jar").anyMatch((name) -> name.matches(".*\\.(java|kt)"));
		boolean pages = entries(pom, "-javadoc.jar").anyMatch("index.html"::equals);
		check(classes.isEmpty() || (sources && pages), pom, "-sources.jar or -javadoc.jar has nothing in it");
		check(this.files.contains(sibling(pom, "-cyclonedx.json")), pom, "no -cyclonedx.json");
	}

	private Stream<String> entries(Path pom, String ending) {
		Path jar = sibling(pom, ending);
		check(this.files.contains(jar), pom, "no " + ending);
		if (!this.files.contains(jar)) {
			return Stream.empty();
		}
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			return zip.stream().map(ZipEntry::getName).toList().stream();
		}
		catch (IOException ex) {
			check(false, jar, "is no archive: " + ex.getMessage());
			return Stream.empty();
		}
	}

	private static Path sibling(Path pom, String ending) {
		return pom.resolveSibling(pom.getFileName().toString().replaceFirst("\\.pom$", ending));
	}

	private void checkCompanions() throws IOException, NoSuchAlgorithmException {
		List<Path> uploads = this.files.stream()
			.filter((file) -> !file.toString().matches(".*\\.(asc|md5|sha1|sha256|sha512)"))
			.toList();
		boolean signed = this.files.stream().anyMatch((file) -> file.toString().endsWith(".asc"));
		for (Path file : uploads) {
			byte[] bytes = Files.readAllBytes(file);
			for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
				Path companion = Path.of(file + "." + checksum.getKey());
				String digest = HexFormat.of().formatHex(MessageDigest.getInstance(checksum.getValue()).digest(bytes));
				check(this.files.contains(companion) && Files.readString(companion).strip().equals(digest), file,
						"no correct " + checksum.getKey());
			}
			check(!signed || this.files.contains(Path.of(file + ".asc")), file, "no signature");
		}
	}

	private void check(boolean condition, Path file, String problem) {
		if (!condition) {
			this.problems.add(this.folder.relativize(file) + ": " + problem);
		}
	}

	private static String coordinates(Element element) {
		return Stream.of("groupId", "artifactId", "version")
			.map((name) -> text(element, name))
			.collect(Collectors.joining(":"));
	}

	private static String text(Element element, String name) {
		return elements(element, name).map((child) -> child.getTextContent().strip()).findFirst().orElse("");
	}

	private static Stream<Element> elements(Element element, String path) {
		Stream<Element> found = Stream.of(element);
		for (String name : path.split("/")) {
			found = found.flatMap(CheckRelease::children).filter((child) -> child.getTagName().equals(name));
		}
		return found;
	}

	private static Stream<Element> children(Element element) {
		return IntStream.range(0, element.getChildNodes().getLength())
			.mapToObj(element.getChildNodes()::item)
			.filter((node) -> node.getNodeType() == Node.ELEMENT_NODE)
			.map(Element.class::cast);
	}

}
