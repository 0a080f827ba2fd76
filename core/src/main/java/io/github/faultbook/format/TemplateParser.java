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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.format.Source.Member;
import io.github.faultbook.format.Source.Scalar;
import io.github.faultbook.format.Source.Struct;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a template: the body and what a format says beside it.
 */
final class TemplateParser {

	private static final List<String> MEMBERS = List.of("body", "contentType", "headers", "validationStatus", "reasons",
			"codes");

	private final String name;

	private final Problems problems;

	private final TemplateCompiler compiler;

	private String contentType = "application/json";

	private int validationStatus = 400;

	private final Map<Integer, String> reasons = new LinkedHashMap<>();

	private final Map<String, String> codes = new LinkedHashMap<>();

	private final Map<String, Node> headers = new LinkedHashMap<>();

	private @Nullable Node body;

	TemplateParser(String name, List<Finding> findings) {
		this.name = name;
		this.problems = new Problems(name, findings);
		this.compiler = new TemplateCompiler(this.problems);
	}

	/**
	 * Compile a template.
	 * @param template the template as JSON
	 * @param mapper creates the generators
	 * @param docs where the documentation of codes lives, or {@code null}
	 * @return the format, or {@code null} if the template has no usable body
	 */
	@Nullable WireFormat parse(String template, JsonMapper mapper, @Nullable String docs) {
		try {
			Source root = Source.parse(template);
			if (root instanceof Struct struct) {
				struct.members().forEach(this::read);
			}
			else {
				this.problems.add(root.place(), "the template is %s.".formatted(root.kind()),
						"Write an object with a member \"body\".");
				return null;
			}
			if (this.body == null) {
				this.problems.add(root.place(), "the template has no \"body\".",
						"Add a member \"body\" that looks like the answer.");
				return null;
			}
		}
		catch (Source.SyntaxException ex) {
			this.problems.add(ex.place(), ex.getMessage() + ".", "Correct the JSON of the template.");
			return null;
		}
		FormatSettings settings = new FormatSettings(this.contentType, this.validationStatus, Map.copyOf(this.reasons),
				Map.copyOf(this.codes), docs);
		return new TemplateFormat(this.name, settings, this.headers, this.body,
				mapper.writer().without(SerializationFeature.INDENT_OUTPUT));
	}

	private void read(Member member) {
		switch (member.name()) {
			case "body" -> {
				this.body = this.compiler.compile(member.value());
			}
			case "contentType" -> {
				this.contentType = text(member, this.contentType);
			}
			case "validationStatus" -> {
				this.validationStatus = status(member);
			}
			case "headers" -> strings(member).forEach((header) -> this.headers.put(header.name(),
					this.compiler.text(text(header, ""), header.value().place())));
			case "codes" -> strings(member).forEach((code) -> this.codes.put(code.name(), text(code, "")));
			case "reasons" -> strings(member).forEach((reason) -> {
				if (reason.name().matches("[45]\\d\\d")) {
					this.reasons.put(Integer.valueOf(reason.name()), text(reason, ""));
				}
				else {
					this.problems.add(reason.place(), "'%s' is not the status of an error.".formatted(reason.name()),
							"Use a status from 400 to 599.");
				}
			});
			default ->
				this.problems.add(member.place(), "\"%s\" is not a member of a template.".formatted(member.name()),
						Problems.suggest(member.name(), MEMBERS));
		}
	}

	private List<Member> strings(Member member) {
		if (member.value() instanceof Struct struct) {
			return struct.members();
		}
		this.problems.add(member.value().place(), "\"%s\" is %s.".formatted(member.name(), member.value().kind()),
				"Write an object of texts.");
		return List.of();
	}

	private String text(Member member, String fallback) {
		if (member.value() instanceof Scalar scalar && scalar.value() instanceof String text) {
			return text;
		}
		this.problems.add(member.value().place(), "\"%s\" is %s.".formatted(member.name(), member.value().kind()),
				"Write a text.");
		return fallback;
	}

	private int status(Member member) {
		if (member.value() instanceof Scalar scalar && scalar.value() instanceof Integer status && status >= 400
				&& status < 500) {
			return status;
		}
		this.problems.add(member.value().place(), "\"validationStatus\" is not a client error.",
				"Write a number from 400 to 499, such as 422.");
		return this.validationStatus;
	}

}
