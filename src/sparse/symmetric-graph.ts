/**
 * The off-diagonal pattern of a symmetric matrix, both triangles: neighbours of node i are `neighbour[start[i] ..
 * start[i + 1] - 1]`.
 */
export interface SymmetricGraph {
  readonly numNodes: number;
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
}
