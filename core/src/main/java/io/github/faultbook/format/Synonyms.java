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

package io.github.faultbook.format;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.format.Placeholder.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The names that other libraries have for the placeholders, styles and operators of this
 * one, for hints.
 */
final class Synonyms {

	/**
	 * The placeholders by all of their names, in lower case and without hyphens.
	 */
	private static final Map<String, String> PLACEHOLDERS = new LinkedHashMap<>();

	/**
	 * The styles by other names, in lower case and without hyphens.
	 */
	private static final Map<String, String> STYLES = new LinkedHashMap<>();

	/**
	 * The operators by their first words, in lower case.
	 */
	private static final Map<String, String> OPERATORS = new LinkedHashMap<>();

	static {
		Placeholders.names(EnumSet.allOf(Scope.class))
			.stream()
			.filter((name) -> !name.endsWith("…"))
			.forEach((name) -> add(name, name));
		add("status", "statuscode", "httpstatus", "httpcode", "responsecode");
		add("reason", "statustext", "reasonphrase", "httpmessage");
		add("code", "errorcode", "key", "errortype", "name");
		add("message", "detail", "details", "description", "error", "errormessage", "msg", "text");
		add("title", "summary", "label");
		add("type", "problemtype");
		add("docs", "help", "helpurl", "link", "moreinfo", "infourl", "documentationurl", "docsurl");
		add("retry-after", "retryafter", "delay", "wait");
		add("method", "verb", "httpmethod");
		add("path", "instance", "uri", "url", "requesturi", "endpoint");
		add("locale", "language", "lang");
		add("reference", "requestid", "traceid", "correlationid", "errorid", "id", "uuid", "incident", "logref");
		add("timestamp", "time", "date", "datetime", "now");
		add("facts", "args", "arguments", "params", "parameters", "data", "metadata", "properties", "extensions",
				"context");
		add("violations", "errors", "fielderrors", "invalidparams", "issues");
		add("violations.count", "errorcount", "errors.count", "violations.size", "violations.length",
				"violations.total");
		add("violation.path", "field", "fieldname", "property", "propertypath", "pointer", "parameter", "loc",
				"location");
		addViolation("path", "field", "fieldname", "property", "propertypath", "pointer", "name");
		addViolation("in", "location", "source");
		addViolation("code", "type", "error", "keyword");
		addViolation("message", "detail", "description", "msg", "text", "reason");
		add("violation.object", "objectname");
		addViolation("object", "objectname", "entity", "class");
		addViolation("constraint", "rule", "constraintname", "annotation", "validator");
		add("violation.attributes", "constraints");
		addViolation("attributes", "args", "params", "parameters", "arguments", "facts");
		add("segment", "segment.value", "violation.segment", "path.segment");
		add("segment.position", "index", "segment.index", "position");
		addTo(STYLES, "UPPER_SNAKE", "upper", "uppercase", "constant", "constantcase", "screamingsnake");
		addTo(STYLES, "lower_snake", "lower", "lowercase", "snake", "snakecase");
		addTo(STYLES, "kebab-case", "kebab", "dashes", "dasherize");
		addTo(STYLES, "camelCase", "camel", "lowercamel");
		addTo(STYLES, "PascalCase", "pascal", "uppercamel");
		addTo(STYLES, "Sentence", "human", "humanize");
		addTo(STYLES, "Title", "titlecase", "titleize");
		addTo(STYLES, "Capitalized", "capital", "capitalize", "ucfirst");
		addTo(STYLES, "text", "string", "str");
		addTo(STYLES, "pointer", "jsonpointer", "slashes");
		addTo(STYLES, "dotted", "dot", "dots");
		addTo(STYLES, "segments", "array", "list");
		addTo(STYLES, "first", "root", "head", "top");
		addTo(STYLES, "last", "leaf", "name", "field");
		addTo(STYLES, "wildcard", "star", "asterisk");
		addTo(OPERATORS, "$each violation", "$each", "$for", "$foreach", "$repeat", "$loop", "$map");
		addTo(OPERATORS, "$each violation.…", "$group", "$groupby");
		addTo(OPERATORS, "$nest violation", "$nest", "$tree", "$recurse");
		addTo(OPERATORS, "$if …", "$if", "$when", "$unless", "$elseif", "$elif");
		addTo(OPERATORS, "$else", "$else", "$otherwise", "$default");
		addTo(OPERATORS, "$lookup …", "$lookup", "$switch", "$case", "$choose", "$match");
		addTo(OPERATORS, "$splice", "$splice", "$spread", "$flatten", "$merge");
		addTo(OPERATORS, "$join", "$join", "$concat");
	}

	private Synonyms() {
	}

	private static void add(String placeholder, String... names) {
		List.of(names).forEach((name) -> PLACEHOLDERS.put(plain(name), placeholder));
	}

	private static void addTo(Map<String, String> synonyms, String meant, String... names) {
		List.of(names).forEach((name) -> synonyms.put(name, meant));
	}

	private static void addViolation(String placeholder, String... names) {
		for (String name : names) {
			add("violation." + placeholder, "violation." + name);
			add("first." + placeholder, "first." + name);
		}
	}

	/**
	 * Return the placeholder that another library gives this name.
	 * @param name the name
	 * @return the name of the placeholder, or {@code null} if the name is not known
	 */
	static @Nullable String placeholder(String name) {
		return PLACEHOLDERS.get(plain(name));
	}

	/**
	 * Return the placeholder that has a similar name, here or in another library. Only
	 * the last part of names that begin alike is compared, as long names are always
	 * similar if most of them is the same.
	 * @param name the name
	 * @return the name of the placeholder, or {@code null} if no name is similar
	 */
	static @Nullable String similarTo(String name) {
		String plain = plain(name);
		int dot = plain.lastIndexOf('.') + 1;
		int start = PLACEHOLDERS.keySet().stream().anyMatch((known) -> known.startsWith(plain.substring(0, dot))) ? dot
				: 0;
		Map<String, String> similar = new LinkedHashMap<>();
		PLACEHOLDERS.forEach((known, placeholder) -> {
			if (known.startsWith(plain.substring(0, start))) {
				similar.put(known.substring(start), placeholder);
			}
		});
		String nearest = Finding.nearest(plain.substring(start), similar.keySet());
		return (nearest != null) ? similar.get(nearest) : null;
	}

	/**
	 * Return the style that another library gives this name.
	 * @param name the name
	 * @return the name of the style, or the given name if it is not known
	 */
	static String style(String name) {
		return STYLES.getOrDefault(plain(name), name);
	}

	/**
	 * Return the operator that is meant by the first word of a name.
	 * @param name the name
	 * @return the operator, or {@code null} if nothing is similar
	 */
	static @Nullable String operator(String name) {
		String word = name.split(" ", 2)[0].toLowerCase(Locale.ROOT);
		String known = OPERATORS.containsKey(word) ? word : Finding.nearest(word, OPERATORS.keySet());
		return (known != null) ? OPERATORS.get(known) : null;
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("^(error|request)\\.|[_-]", "");
	}

}
