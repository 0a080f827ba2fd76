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
import java.util.regex.Pattern;

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

	private static final List<String> MEMBERS = List.of("body", "contentType", "headers", "status", "validationStatus",
			"reasons", "codes");

	private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

	private static final Pattern MEDIA_TYPE = Pattern
		.compile("%1$s/%1$s(?:; ?%1$s=(?:%1$s|\"[^\"\\\\\\p{Cntrl}]*\"))*".formatted(TOKEN));

	/**
	 * The statuses of responses that never have a body (RFC 9110, section 15.3).
	 */
	private static final Set<Integer> BODILESS = Set.of(204, 205);

	private final String name;

	private final TemplateProblems problems;

	private final TemplateCompiler compiler;

	private String contentType = "application/json";

	private final Map<String, Integer> statuses = new LinkedHashMap<>();

	private int validationStatus = 400;

	private final Map<Integer, String> reasons = new LinkedHashMap<>();

	private final Map<String, String> codes = new LinkedHashMap<>();

	private final List<NamedCode> named = new ArrayList<>();

	private final DeclaredHeaders headers;

	private @Nullable Node body;

	TemplateParser(String name, TemplateProblems problems) {
		this.name = name;
		this.problems = problems;
		this.compiler = new TemplateCompiler(problems);
		this.headers = new DeclaredHeaders(problems);
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
		FormatSettings settings = new FormatSettings(this.contentType, Map.copyOf(this.statuses), this.validationStatus,
				Map.copyOf(this.reasons), Map.copyOf(this.codes), docs, Set.copyOf(this.compiler.languages()));
		this.named.addAll(this.compiler.codes());
		return new TemplateFormat(this.name, settings, this.headers.values(), this.body, this.named,
				mapper.writer().without(SerializationFeature.INDENT_OUTPUT));
	}

	private void parse(Member member) {
		switch (member.name()) {
			case "body" -> {
				this.body = this.compiler.body(member.value());
			}
			case "contentType" -> contentType(member);
			case "status" -> status(member);
			case "validationStatus" -> validationStatus(member);
			case "headers" -> strings(member).forEach(this::header);
			case "codes" -> strings(member).forEach(this::code);
			case "reasons" -> strings(member).forEach(this::reason);
			default ->
				this.problems.add(member.position(), "\"%s\" is not a member of a template.".formatted(member.name()),
						TemplateProblems.suggest(member.name(), MEMBERS));
		}
	}

	private void contentType(Member member) {
		this.contentType = text(member);
		if (!(member.value() instanceof Scalar scalar && scalar.value() instanceof String)) {
			return;
		}
		if (!MEDIA_TYPE.matcher(this.contentType).matches()) {
			this.problems.add(member.value().position(), "'%s' is not a media type.".formatted(this.contentType),
					"Write a type and a subtype, such as application/problem+json.");
		}
		else if (!this.contentType.split(";", 2)[0].toLowerCase(Locale.ROOT).contains("json")) {
			this.problems.add(member.value().position(),
					"'%s' is not JSON, which all templates write.".formatted(this.contentType),
					"Use a media type of JSON, or write the format in Java as a bean of type WireFormat.");
		}
	}

	private void status(Member member) {
		if (!(member.value() instanceof Struct table)) {
			this.statuses.put("*", statusOf(member));
			return;
		}
		for (Member entry : table.members()) {
			if (!entry.name().matches("\\*|[45](\\d\\d|xx)")) {
				this.problems.add(entry.position(), "'%s' is not the status of an error.".formatted(entry.name()),
						"Use a status from 400 to 599, 4xx, 5xx, or * for all others.");
			}
			this.statuses.put(entry.name(), statusOf(entry));
		}
	}

	private int statusOf(Member member) {
		if (member.value() instanceof Scalar scalar && scalar.value() instanceof Integer number
				&& (number / 100 == 2 || number / 100 == 4 || number / 100 == 5) && !BODILESS.contains(number)) {
			return number;
		}
		this.problems.add(member.value().position(),
				"\"%s\" is not the status of a response with a body.".formatted(member.name()),
				"Write a number such as 200, or remove it, so that each error has its own status.");
		return 500;
	}

	private void validationStatus(Member member) {
		if (member.value() instanceof Scalar scalar && scalar.value() instanceof Integer number && number >= 400
				&& number < 500) {
			this.validationStatus = number;
			return;
		}
		this.problems.add(member.value().position(), "\"validationStatus\" is not a client error.",
				"Write a number from 400 to 499, such as 422.");
	}

	private void header(Member header) {
		this.headers.add(header.name(), this.compiler.text(text(header), header.value().position()), header.position());
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
