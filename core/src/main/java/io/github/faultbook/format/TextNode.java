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

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A text with placeholders, which is absent if one of them has no value.
 *
 * @param parts literals and values
 */
record TextNode(List<Node> parts) implements Node {

	@Override
	public boolean present(Rendering rendering) {
		for (Node part : this.parts) {
			if (!part.present(rendering)) {
				return false;
			}
		}
		return true;
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		json.writeString(text(rendering));
	}

	@Override
	public boolean always() {
		return this.parts.stream().allMatch(Node::always);
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		return JsonSchema.STRING;
	}

	@Override
	public @Nullable String text(Rendering rendering) {
		StringBuilder result = new StringBuilder();
		for (Node part : this.parts) {
			String text = part.text(rendering);
			if (text == null) {
				return null;
			}
			result.append(text);
		}
		return result.toString();
	}

	@Override
	public boolean textual() {
		return true;
	}

}
