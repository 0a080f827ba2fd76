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

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the problem details of another format as XML (RFC 9457, appendix B). There is
 * one element per member of an object, and one element {@code i} per element of an array.
 */
final class ProblemXmlFormat implements WireFormat {

	private static final JsonFactory JSON = new JsonFactory();

	private static final char REPLACEMENT = '\ufffd';

	private final WireFormat json;

	ProblemXmlFormat(WireFormat json) {
		this.json = json;
	}

	@Override
	public String name() {
		return this.json.name();
	}

	@Override
	public String contentType() {
		return "application/problem+xml";
	}

	@Override
	public int status(ApiError error) {
		return this.json.status(error);
	}

	@Override
	public Set<Locale> languages() {
		return this.json.languages();
	}

	@Override
	public int validationStatus() {
		return this.json.validationStatus();
	}

	@Override
	public Map<String, String> headers(ApiError error, ErrorRequest request) {
		return this.json.headers(error, request);
	}

	@Override
	public byte[] write(ApiError error, ErrorRequest request) {
		StringBuilder xml = new StringBuilder(1024).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
			.append("<problem xmlns=\"urn:ietf:rfc:7807\">");
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), this.json.write(error, request))) {
			parser.nextToken();
			writeValue(parser, xml);
		}
		return xml.append("</problem>").toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void writeValue(JsonParser json, StringBuilder xml) {
		JsonToken token = json.currentToken();
		if (token == JsonToken.START_OBJECT) {
			while (json.nextToken() != JsonToken.END_OBJECT) {
				String name = elementName(json.currentName());
				json.nextToken();
				writeElement(name, json, xml);
			}
		}
		else if (token == JsonToken.START_ARRAY) {
			while (json.nextToken() != JsonToken.END_ARRAY) {
				writeElement("i", json, xml);
			}
		}
		else if (token != JsonToken.VALUE_NULL) {
			writeText(json.getString(), xml);
		}
	}

	private static void writeElement(String name, JsonParser json, StringBuilder xml) {
		xml.append('<').append(name).append('>');
		writeValue(json, xml);
		xml.append("</").append(name).append('>');
	}

	/**
	 * Turn the name of a member into the name of an element (XML 1.0, section 2.3).
	 * Clients choose some of the names.
	 * @param name the name of the member
	 * @return the name, with an underscore for each character that is not allowed
	 */
	private static String elementName(String name) {
		StringBuilder element = new StringBuilder(name.length() + 1);
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
			boolean other = (c >= '0' && c <= '9') || c == '-' || c == '.';
			if (i == 0 && !letter) {
				element.append('_');
			}
			if (letter || (other && i > 0) || (c >= '0' && c <= '9')) {
				element.append(c);
			}
			else if (i > 0) {
				element.append('_');
			}
		}
		boolean reserved = element.isEmpty() || name.toLowerCase(Locale.ROOT).startsWith("xml");
		return reserved ? "_" + element : element.toString();
	}

	private static void writeText(String text, StringBuilder xml) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '<' -> xml.append("&lt;");
				case '>' -> xml.append("&gt;");
				case '&' -> xml.append("&amp;");
				case '\r' -> xml.append("&#13;");
				default -> xml.append(isAllowed(c) ? c : REPLACEMENT);
			}
		}
	}

	private static boolean isAllowed(char c) {
		return c == '\t' || c == '\n' || (c >= ' ' && c < '\ufffe');
	}

}
