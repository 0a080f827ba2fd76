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

package io.github.faultbook.autoconfigure.attack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.autoconfigure.contract.Markers;
import org.jspecify.annotations.Nullable;

/**
 * Finds details of the server that a response must not contain.
 */
final class Internals {

	/**
	 * A marker, SQL, a path, a regular expression, a stack trace, a generated class or
	 * the identity of an object.
	 */
	private static final Pattern TEXT = Pattern
		.compile("(?i:" + Markers.INTERNAL + "|jdbc:|select .* from|insert into|/srv/|/tmp/|/home/"
				+ "|\\[a-z\\]|\\n\\tat |<init>|\\$\\$|\\w@[0-9a-f]{6,8}\\b)");

	private static final Pattern NAME = Pattern.compile("\\b(?=([a-z]\\w*\\.[a-z]\\w*)\\b)");

	private static final Pattern BEGINNING = Pattern.compile("^[a-z]\\w*\\.[a-z]\\w*(?=\\.|$)");

	private static final Set<String> PACKAGES = packages();

	/**
	 * Return the packages of the platform and of all libraries.
	 * @return the first two parts of their names
	 */
	private static Set<String> packages() {
		Stream<String> platform = ModuleLayer.boot()
			.modules()
			.stream()
			.flatMap((module) -> module.getPackages().stream());
		Stream<String> libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((path) -> path.endsWith(".jar"))
			.flatMap(Internals::packages);
		return Stream.of(Stream.of("com.acme"), platform, libraries)
			.flatMap((names) -> names)
			.map(BEGINNING::matcher)
			.filter(Matcher::find)
			.map(Matcher::group)
			.collect(Collectors.toSet());
	}

	private static Stream<String> packages(String library) {
		try (JarFile jar = new JarFile(library)) {
			return jar.stream()
				.map(JarEntry::getName)
				.filter((name) -> name.endsWith(".class"))
				.map((name) -> name.replace('/', '.'))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Find something that the text must not contain.
	 * @param text the text
	 * @return the first find, or {@code null} if there is none
	 */
	@Nullable String find(String text) {
		Matcher matcher = TEXT.matcher(text);
		if (matcher.find()) {
			return matcher.group();
		}
		return NAME.matcher(text)
			.results()
			.map((name) -> name.group(1))
			.filter(PACKAGES::contains)
			.findAny()
			.orElse(null);
	}

}
