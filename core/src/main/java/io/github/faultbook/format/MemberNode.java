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

import tools.jackson.core.JsonGenerator;

/**
 * A compiled part of a template that contributes zero or more members to an object.
 */
interface MemberNode {

	/**
	 * Return whether there is a member to write for this error.
	 * @param rendering the body being written
	 * @return {@code false} if it contributes no members
	 */
	boolean present(Rendering rendering);

	/**
	 * Collect the present members.
	 * @param rendering the body being written
	 * @param members the collector of the members
	 */
	void collect(Rendering rendering, MergedMembers members);

	/**
	 * Add the members to the description of the object.
	 * @param object the description
	 * @param schemas the definitions, for schemas that refer to themselves
	 * @param unconditional whether the members are not inside an operator
	 */
	void describe(ObjectSchema object, Schemas schemas, boolean unconditional);

	/**
	 * Write the present members, whose names no other part of the object gives.
	 * @param json the generator to write to
	 * @param rendering the body being written
	 */
	default void write(JsonGenerator json, Rendering rendering) {
		MergedMembers members = new MergedMembers();
		collect(rendering, members);
		members.write(json, rendering);
	}

	static boolean anyPresent(List<MemberNode> members, Rendering rendering) {
		for (MemberNode member : members) {
			if (member.present(rendering)) {
				return true;
			}
		}
		return false;
	}

}
