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

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A value chosen from a table.
 *
 * @param key the value to look up
 * @param table the values by key; a status also matches its class, such as {@code 4xx},
 * and {@code *} matches all other keys
 */
record LookupNode(Value key, Map<String, Node> table) implements Node {

	private static final String OTHERS = "*";

	private @Nullable Node find(Rendering rendering) {
		String text = this.key.text(rendering);
		Node found = (text != null) ? this.table.get(text) : null;
		if (found == null && text != null && this.key.isStatus()) {
			found = this.table.get(text.charAt(0) + "xx");
		}
		return (found != null) ? found : this.table.get(OTHERS);
	}

	@Override
	public boolean present(Rendering rendering) {
		Node found = find(rendering);
		return found != null && found.present(rendering);
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		Node found = find(rendering);
		if (found != null) {
			found.write(json, rendering);
		}
	}

	@Override
	public WritableValue resolve(Rendering rendering) {
		Node found = find(rendering);
		return (found != null) ? found.resolve(rendering) : this;
	}

	@Override
	public boolean always() {
		return this.table.containsKey(OTHERS) && this.table.values().stream().allMatch(Node::always);
	}

	@Override
	public Map<String, Object> schema(Schemas schemas) {
		Rendering example = schemas.example();
		Node found = (example != null && this.key.placeholder().isCode()) ? find(example) : null;
		return (found != null) ? found.schema(schemas)
				: JsonSchema.anyOf(this.table.values().stream().map((node) -> node.schema(schemas)).toList());
	}

	@Override
	public @Nullable String text(Rendering rendering) {
		Node found = find(rendering);
		return (found != null) ? found.text(rendering) : null;
	}

	@Override
	public boolean textual() {
		return this.table.values().stream().allMatch(Node::textual);
	}

}
