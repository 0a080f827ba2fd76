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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.github.faultbook.HttpToken;
import io.github.faultbook.format.JsonSource.Member;
import io.github.faultbook.format.JsonSource.Scalar;
import io.github.faultbook.format.JsonSource.Struct;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses a template: the body and the other settings of a format.
 */
final class TemplateParser {

	private static final List<String> MEMBERS = List.of("body", "contentType", "headers", "validationStatus", "reasons",
			"codes");

	private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

	private static final Pattern MEDIA_TYPE = Pattern
		.compile("%1$s/%1$s(?:; ?%1$s=(?:%1$s|\"[^\"\\\\\\p{Cntrl}]*\"))*".formatted(TOKEN));

	/**
	 * The headers that describe the body or the connection, which a format must not set;
	 * in lower case.
	 */
	private static final Set<String> RESERVED = Set.of("content-length", "content-encoding", "content-disposition",
			"content-range", "transfer-encoding", "connection", "trailer", "upgrade");

	private final String name;

	private final Problems problems;

	private final TemplateCompiler compiler;

	private String contentType = "application/json";

	private int validationStatus = 400;

	private final Map<Integer, String> reasons = new LinkedHashMap<>();

	private final Map<String, String> codes = new LinkedHashMap<>();

	private final List<NamedCode> named = new ArrayList<>();

	private final Map<String, Node> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private @Nullable Node body;

	TemplateParser(String name, Problems problems) {
		this.name = name;
		this.problems = problems;
		this.compiler = new TemplateCompiler(problems);
	}

	/**
	 * Compile a template.
	 * @param template the template as JSON
	 * @param mapper the mapper that creates the generators
	 * @param docs the base address of the documentation of the codes, or {@code null} if
	 * there is none
	 * @return the format, or {@code null} if the template has no usable body
	 */
	@Nullable WireFormat parse(String template, JsonMapper mapper, @Nullable String docs) {
		JsonSource root = JsonSource.parse(template, this.problems);
		if (root == null) {
			return null;
		}
		if (!(root instanceof Struct struct)) {
			this.problems.add(root.position(), "the template is %s.".formatted(root.kind()),
					"Write an object with a member \"body\".");
			return null;
		}
		struct.members().forEach(this::parse);
		if (this.body == null) {
			this.problems.add(root.position(), "the template has no \"body\".",
					"Add a member \"body\" that looks like the answer.");
			return null;
		}
		FormatSettings settings = new FormatSettings(this.contentType, this.validationStatus, Map.copyOf(this.reasons),
				Map.copyOf(this.codes), docs);
		this.named.addAll(this.compiler.codes());
		return new TemplateFormat(this.name, settings, this.headers, this.body, this.named,
				mapper.writer().without(SerializationFeature.INDENT_OUTPUT));
	}

	private void parse(Member member) {
		switch (member.name()) {
			case "body" -> {
				this.body = this.compiler.body(member.value());
			}
			case "contentType" -> contentType(member);
			case "validationStatus" -> validationStatus(member);
			case "headers" -> strings(member).forEach(this::header);
			case "codes" -> strings(member).forEach(this::code);
			case "reasons" -> strings(member).forEach(this::reason);
			default ->
				this.problems.add(member.position(), "\"%s\" is not a member of a template.".formatted(member.name()),
						Problems.suggest(member.name(), MEMBERS));
		}
	}

	private void contentType(Member member) {
		this.contentType = text(member);
		if (member.value() instanceof Scalar scalar && scalar.value() instanceof String
				&& !MEDIA_TYPE.matcher(this.contentType).matches()) {
			this.problems.add(member.value().position(), "'%s' is not a media type.".formatted(this.contentType),
					"Write a type and a subtype, such as application/problem+json.");
		}
	}

	private void validationStatus(Member member) {
		if (member.value() instanceof Scalar scalar && scalar.value() instanceof Integer status && status >= 400
				&& status < 500) {
			this.validationStatus = status;
			return;
		}
		this.problems.add(member.value().position(), "\"validationStatus\" is not a client error.",
				"Write a number from 400 to 499, such as 422.");
	}

	private void header(Member header) {
		String name = header.name();
		if (!HttpToken.isToken(name)) {
			this.problems.add(header.position(), "'%s' is not the name of a header.".formatted(name),
					"Use letters, digits and hyphens.");
		}
		else if (name.equalsIgnoreCase("Content-Type")) {
			this.problems.add(header.position(), "the content type is not written as a header.",
					"Use the member \"contentType\" of the template.");
		}
		else if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
			this.problems.add(header.position(), "'%s' is set by the server.".formatted(name), "Remove it.");
		}
		Node value = this.compiler.text(text(header), header.value().position());
		if (this.headers.putIfAbsent(name, value) != null) {
			this.problems.add(header.position(), "the header '%s' is declared twice.".formatted(name),
					"Remove one of the two, case does not matter.");
		}
	}

	private void code(Member code) {
		this.codes.put(code.name(), text(code));
		this.named.add(new NamedCode(code.position(), code.name(), Style.NATIVE));
	}

	private void reason(Member reason) {
		String phrase = text(reason);
		if (reason.name().matches("[45]\\d\\d")) {
			this.reasons.put(Integer.valueOf(reason.name()), phrase);
			return;
		}
		this.problems.add(reason.position(), "'%s' is not the status of an error.".formatted(reason.name()),
				"Use a status from 400 to 599.");
	}

	private List<Member> strings(Member member) {
		if (member.value() instanceof Struct struct) {
			return struct.members();
		}
		this.problems.add(member.value().position(), "\"%s\" is %s.".formatted(member.name(), member.value().kind()),
				"Write an object of texts.");
		return List.of();
	}

	private String text(Member member) {
		if (member.value() instanceof Scalar scalar && scalar.value() instanceof String text) {
			return text;
		}
		this.problems.add(member.value().position(), "\"%s\" is %s.".formatted(member.name(), member.value().kind()),
				"Write a text.");
		return "";
	}

}
