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

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The texts of several elements, joined. Absent elements are skipped.
 *
 * @param separator the text between two elements
 * @param elements the elements
 */
record JoinNode(String separator, List<Node> elements) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		for (Node element : this.elements) {
			if (element.present(rendering)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		json.writeString(text(rendering));
	}

	@Override
	public boolean always() {
		return this.elements.stream().anyMatch(Node::always);
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		return JsonSchema.STRING;
	}

	@Override
	public @Nullable String text(Rendering rendering) {
		if (!present(rendering)) {
			return null;
		}
		StringJoiner texts = new StringJoiner(this.separator);
		for (Node element : this.elements) {
			if (element instanceof RepeatNode repeat) {
				repeat.forEach(rendering, (body) -> texts.add(body.text(rendering)));
			}
			else if (element.present(rendering)) {
				texts.add(element.text(rendering));
			}
		}
		return texts.toString();
	}

	@Override
	public boolean textual() {
		return true;
	}

}
