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

package io.github.faultbook.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.faultbook.documentation.DocumentationEntry.Sample;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Creates sample code for clients from the templates beside this class, into which it
 * fills the conditions.
 */
final class CodeSamples {

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private final Template curl = new Template("curl", "bash", "sh");

	private final Template javaScript = new Template("JavaScript", "js", "js");

	private final Template python = new Template("Python", "python", "py");

	private final Template java = new Template("Java", "java", "java");

	/**
	 * Return samples that send a request again after an error, with growing pauses.
	 * @param url the address of the API
	 * @param status the status of the error
	 * @return the samples
	 */
	List<Sample> retry(String url, int status) {
		Map<String, String> values = Map.of("url", url, "status", String.valueOf(status));
		return List.of(this.curl.retry(values), this.javaScript.retry(values), this.python.retry(values),
				this.java.retry(values));
	}

	/**
	 * Return samples that recognize an error.
	 * @param url the address of the API
	 * @param code the code
	 * @param status the status
	 * @param body an example of a body, or {@code null} if it is not JSON
	 * @return the samples, which check the code if the body contains it and the status
	 * otherwise
	 */
	List<Sample> handle(String url, String code, int status, @Nullable JsonNode body) {
		Deque<Object> path = new ArrayDeque<>();
		String found = (body != null) ? find(normalize(code), body, path) : null;
		String bash = "[ \"$status\" = %d ]".formatted(status);
		String javaScript = "response.status === " + status;
		String python = "response.status_code == " + status;
		String java = "response.statusCode() == " + status;
		if (found != null) {
			String literal = PrettyJson.quote(found);
			bash += " &&\n    jq --exit-status %s body.json > /dev/null"
				.formatted(shell("." + access(path, true) + " == " + literal));
			javaScript = "error%s === %s".formatted(dotted(access(path, true)), literal);
			python = "error%s == %s".formatted(access(path, false), literal);
			java = "error.at(%s).asString().equals(%s)".formatted(PrettyJson.quote(pointer(path)), literal);
		}
		return List.of(this.curl.handle(url, code, bash), this.javaScript.handle(url, code, javaScript),
				this.python.handle(url, code, python), this.java.handle(url, code, java));
	}

	private static String normalize(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

	/**
	 * Find the code in a body.
	 * @param code the code without its style
	 * @param node the body, or a part of it
	 * @param path the list to which the path of the code is added
	 * @return the code as the body spells it, or {@code null} if the body does not
	 * contain it
	 */
	private static @Nullable String find(String code, JsonNode node, Deque<Object> path) {
		if (node.isString()) {
			// A title reads like the code, but in words
			String text = node.stringValue();
			return (text.indexOf(' ') < 0 && normalize(text).equals(code)) ? text : null;
		}
		for (Map.Entry<String, JsonNode> member : node.properties()) {
			path.addLast(member.getKey());
			String found = find(code, member.getValue(), path);
			if (found != null) {
				return found;
			}
			path.removeLast();
		}
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			path.addLast(i);
			String found = find(code, node.get(i), path);
			if (found != null) {
				return found;
			}
			path.removeLast();
		}
		return null;
	}

	private static String access(Deque<Object> path, boolean dots) {
		StringBuilder access = new StringBuilder();
		for (Object segment : path) {
			if (segment instanceof Integer index) {
				access.append('[').append(index).append(']');
			}
			else if (dots && IDENTIFIER.matcher((String) segment).matches()) {
				access.append(access.isEmpty() ? "" : ".").append(segment);
			}
			else {
				access.append('[').append(PrettyJson.quote((String) segment)).append(']');
			}
		}
		return access.toString();
	}

	private static String dotted(String access) {
		return (access.isEmpty() || access.startsWith("[")) ? access : "." + access;
	}

	private static String pointer(Deque<Object> path) {
		return path.stream()
			.map((segment) -> "/" + segment.toString().replace("~", "~0").replace("/", "~1"))
			.collect(Collectors.joining());
	}

	/**
	 * Load a template.
	 * @param name the name of a resource beside this class
	 * @return the text, with the line ends of Unix
	 */
	static String load(String name) {
		try (InputStream resource = Objects.requireNonNull(CodeSamples.class.getResourceAsStream(name), name)) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String shell(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

	/**
	 * The samples in one language.
	 */
	private static final class Template {

		private final String language;

		private final String syntax;

		private final String retry;

		private final String handle;

		Template(String language, String syntax, String extension) {
			this.language = language;
			this.syntax = syntax;
			this.retry = load("retry." + extension);
			this.handle = load("handle." + extension);
		}

		Sample retry(Map<String, String> values) {
			return new Sample(this.language, this.syntax, fill(this.retry, values));
		}

		Sample handle(String url, String code, String condition) {
			return new Sample(this.language, this.syntax,
					fill(this.handle, Map.of("url", url, "code", code, "condition", condition)));
		}

		private static String fill(String template, Map<String, String> values) {
			String filled = template;
			for (Map.Entry<String, String> value : values.entrySet()) {
				filled = filled.replace("@" + value.getKey() + "@", value.getValue());
			}
			return filled;
		}

	}

}
