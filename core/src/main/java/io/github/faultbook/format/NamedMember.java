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

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A member whose name contains placeholders.
 *
 * @param name the name
 * @param value the value
 * @param reserved the names that the object declares itself
 */
record NamedMember(Node name, Node value, Set<String> reserved) implements MemberNode {

	@Override
	public boolean present(Rendering rendering) {
		// The name is needed only if another member may have it
		return this.reserved.isEmpty() ? (this.name.present(rendering) && this.value.present(rendering))
				: nameIfPresent(rendering) != null;
	}

	@Override
	public void collect(Rendering rendering, MergedMembers members) {
		String text = nameIfPresent(rendering);
		if (text != null) {
			members.add(text, this.value, rendering);
		}
	}

	@Override
	public void describe(ObjectSchema object, Schemas schemas, boolean unconditional) {
		Rendering example = schemas.example();
		if (example == null || example.fact == null) {
			object.others(this.value.schema(schemas));
			return;
		}
		String text = nameIfPresent(example);
		if (text != null) {
			object.property(text, this.value.schema(schemas), unconditional);
		}
	}

	/**
	 * Return whether the name is that of the current item, so that no two facts give the
	 * same one.
	 * @return whether it is written as it is
	 */
	boolean hasNameOfItem() {
		return this.name instanceof Value spelled && spelled.style() == Style.NATIVE;
	}

	private @Nullable String nameIfPresent(Rendering rendering) {
		String text = this.name.text(rendering);
		if (text == null || !this.value.present(rendering)) {
			return null;
		}
		String wellFormed = WellFormedGenerator.wellFormed(text);
		return this.reserved.contains(wellFormed) ? null : wellFormed;
	}

}
