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

package io.github.faultbook.autoconfigure.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A block of code in {@code README.md}, {@code CONTRIBUTING.md}, a page of {@code docs}
 * or the page of a module.
 *
 * @param page the path of the page
 * @param language the language after the fence, such as {@code java}, or an empty string
 * @param text the code
 */
record Snippet(String page, String language, String text) {

	static final Path ROOT = Path.of("..");

	private static final Pattern BLOCK = Pattern.compile("^( *)```(\\w*)[^\n]*\n(.*?)^\\1```",
			Pattern.DOTALL | Pattern.MULTILINE);

	static List<Snippet> all() {
		try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
			Stream<Path> pages = Stream
				.of("README.md", "CONTRIBUTING.md", "benchmarks/README.md", "sample-app/README.md")
				.map(ROOT::resolve);
			return Stream.concat(pages, docs.filter((page) -> page.toString().endsWith(".md")).sorted())
				.flatMap(Snippet::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Snippet> read(Path page) {
		return BLOCK.matcher(text(page))
			.results()
			.map((block) -> new Snippet(ROOT.relativize(page).toString(), block.group(2), block.group(3)));
	}

	/**
	 * Return all files in a folder of the repository.
	 * @param folder the folder
	 * @param ending a pattern for the endings of names
	 * @return their texts without white space
	 */
	static String files(String folder, String ending) {
		try (Stream<Path> paths = Files.walk(ROOT.resolve(folder))) {
			return paths.filter((path) -> path.toString().matches(".*\\.(" + ending + ")"))
				.filter((path) -> !path.toString().contains("/target/"))
				.map((path) -> compact(text(path)))
				.collect(Collectors.joining("\n"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String text(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return code without white space, so that a page can break lines in other places.
	 * @param code the code
	 * @return the code to compare
	 */
	static String compact(String code) {
		return code.replaceAll("\\s+", "");
	}

	@Override
	public String toString() {
		return this.page + ": " + this.text.lines().findFirst().orElse("");
	}

}
